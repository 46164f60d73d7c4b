// Typedefs, in both spellings of the source: `scalar<bool> name = None;` and `name :: scalar<bool> = None;`.
//
// Only `task` and `struct` are reserved. Heads, containers, types and initialisers are plain words here, resolved
// later, so that a misspelt one costs a suggestion and not the rest of the file.
grammar SpmType;

file: task* EOF;

task: TASK taskHead body SEMICOLON?;

taskHead: LESS WORD GREATER;

body: OPEN member* CLOSE;

member: struct | field;

struct
    : STRUCT WORD body SEMICOLON?
    | WORD DOUBLE_COLON STRUCT body SEMICOLON?
    ;

field
    : type WORD ASSIGN initializer SEMICOLON
    | WORD DOUBLE_COLON type ASSIGN initializer SEMICOLON
    ;
// A field is abandoned as a whole: half a type followed by a second complaint helps nobody.
type: WORD LESS typeArgument (COMMA typeArgument)* GREATER;
catch [RecognitionException e] { throw e; }

typeArgument: WORD | type;
catch [RecognitionException e] { throw e; }

initializer: WORD | LITERAL;
catch [RecognitionException e] { throw e; }

TASK: 'task';
STRUCT: 'struct';
DOUBLE_COLON: '::';
COLON: ':';
LESS: '<';
GREATER: '>';
OPEN: '{';
CLOSE: '}';
ASSIGN: '=';
COMMA: ',';
SEMICOLON: ';';

// Wider than a name, so that `2fast`, `max-count` or `größe` is one bad name and not three surprises.
WORD: [\p{L}\p{N}_.-]+;
LITERAL: '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'';

COMMENT: '#' ~[\r\n]* -> channel(HIDDEN);
FOREIGN_COMMENT: ('//' ~[\r\n]* | '/*' .*? '*/') -> channel(HIDDEN);
SPACE: [ \t\r\n\f\uFEFF]+ -> skip;

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
    | WORD separator STRUCT body SEMICOLON?
    ;

field
    : type WORD ASSIGN initializer SEMICOLON
    | WORD separator type ASSIGN initializer SEMICOLON
    ;

// A single colon is reported when the tokens are scanned; here it stands for the two that were meant.
separator: DOUBLE_COLON | COLON;

// An error in the rules below abandons the field around them: half a type would only earn a second complaint.
type: WORD typeArguments;
catch [RecognitionException e] { throw e; }

typeArguments: LESS (typeArgument (COMMA typeArgument)*)? GREATER;
catch [RecognitionException e] { throw e; }

typeArgument: WORD typeArguments?;
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
// One that is never closed runs to the end of the file; to try again at every character would take quadratic time.
FOREIGN_COMMENT: ('//' ~[\r\n]* | '/*' .*? ('*/' | EOF)) -> channel(HIDDEN);
SPACE: [ \t\r\n\f\uFEFF]+ -> skip;

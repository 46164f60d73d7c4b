// Typedefs, in both spellings of the source: `scalar<bool> name = None;` and `name :: scalar<bool> = None;`.
//
// Only `task`, `struct`, `enum` and `import` are reserved. Heads, containers, types, states and initialisers are plain
// words here, resolved later, so that a misspelt one costs a suggestion and not the rest of the file.
//
// The compact spelling, with `<…>` for `{…}`, never gets here: see CompactSpelling.
grammar SpmType;

file: declaration* EOF;

declaration: annotation* (importing | enumeration | struct | task);

// A word is no file name; it is accepted here to be told so.
importing: IMPORT (LITERAL | WORD)? SEMICOLON;

task: TASK taskHead body SEMICOLON?;

taskHead: LESS WORD GREATER;

annotation: AT WORD;

body: OPEN member* CLOSE;

member: annotation* (struct | enumeration | field);

struct
    : STRUCT WORD body SEMICOLON?
    | WORD separator STRUCT body SEMICOLON?
    ;

enumeration
    : ENUM WORD constants SEMICOLON?
    | WORD separator ENUM constants SEMICOLON?
    ;

// More than there may be between two constants, so that whatever stands there instead of a comma is one mistake.
constants: OPEN (WORD | COMMA | SEMICOLON | ASSIGN | LITERAL | COLON)* CLOSE;

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
ENUM: 'enum';
IMPORT: 'import';
DOUBLE_COLON: '::';
COLON: ':';
LESS: '<';
GREATER: '>';
OPEN: '{';
CLOSE: '}';
ASSIGN: '=';
COMMA: ',';
SEMICOLON: ';';
AT: '@';

// Wider than a name, so that `2fast`, `max-count` or `größe` is one bad name and not three surprises.
WORD: [\p{L}\p{N}_.-]+ '[]'?;
LITERAL: '"' ('\\' ~[\r\n] | ~["\\\r\n])* '"' | '\'' ~['\r\n]* '\'';
UNCLOSED_STRING: '"' ('\\' ~[\r\n] | ~["\\\r\n])* '\\'?;

COMMENT: '#' ~[\r\n]* -> channel(HIDDEN);
// One that is never closed runs to the end of the file; to try again at every character would take quadratic time.
FOREIGN_COMMENT: ('//' ~[\r\n]* | '/*' .*? ('*/' | EOF)) -> channel(HIDDEN);
SPACE: [ \t\r\n\f\uFEFF]+ -> skip;

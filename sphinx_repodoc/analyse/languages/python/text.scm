; What the layout of the text and its errors are read from.

(comment) @comment
(string) @string
[(ERROR) (MISSING)] @error

"""What a grammar and its queries tell of a file, whatever the language.

A language is an entry of :class:`~sphinx_repodoc.analyse.syntax.language.Syntax`: a grammar, query
files, and the few conventions that no query can express. The queries name what they find in the
words that ``tags.scm`` files use, and a few more:

``@definition.KIND`` with ``@name``
    something that is defined; ``_`` in the kind stands for a blank. Of several patterns that give
    one name a definition, the first in the file counts.
``@scope`` with ``@name``
    what is in it belongs to that name, though it is not defined here: an ``impl`` block.
``@owner``
    in a definition: the name that it belongs to though it does not stand in it (``Owner::name``).
``@outside``
    in a definition: what it stands in though it belongs to what that is in, as a property that a
    parameter of the constructor declares.
``@signature``, ``@body``
    in a definition: what the signature ends with, or what follows it; else the field ``body`` does.
``@bases`` with ``@base``
    in a definition: the clause that names what it derives from, and each name.
``@declarator``
    in a definition, in place of ``@name``: what ``Syntax.read_declarator`` finds the name in.
``@members``
    in a definition: what holds all that belongs to it, where that is not the whole.
``@statement``
    in a definition: what the comment stands before that documents it, if not the definition.
``@wrapper`` with ``@wrapped``
    the whole is what defines, not only what is wrapped: ``template <class T> class``.
``@local``
    in a definition: leaves it out inside of functions.
``@type``
    in a definition: stands for what precedes the name where other names are between the two.
``@outer`` with ``@inner``
    what a definition, the inner node, begins with: ``export``, ``declare``, the keyword of a list.
    Its head begins there, and its decorators and comments stand before that.
``@documentation``
    in a definition: a comment or string that documents it, though it does not stand before it.
``@decorator``
    an annotation, attribute or decorator of the definition that it precedes or begins.
``@function``
    a function without a name, which what stands in it is local to.
``@comment``, ``@string``
    comments; and strings that may go over several lines.
``@import`` with ``@import.module``, and with each ``@import.name`` maybe an ``@import.alias``
    several patterns may speak of one import; an alias without a name is that of the module.
``@condition``, ``@guard``
    what an import in it depends on; and what looks so but is always true: an include guard, whose
    first comment may speak of the file.
``@export.WORD`` with ``@name``
    a statement that makes a name public, and by what word: ``export``, ``module.exports``.
``@entry``
    the function that a program starts with.
``@test.FRAMEWORK`` with ``@name``
    a test case; several names are joined with dots; ``@test.imported`` where the imports of the
    file tell the framework.
``@shared``
    what holds test cases for others to take, which are none where they are written.
``@match``
    what a rule looks at (see ``analyse/rules``); in it ``@symbol``, the name of the definition
    concerned, and ``@name``, a name whose meaning the rule asks for.
``@decision``, ``@default``, ``@level``, ``@chained``, ``@loop``, ``@closure``
    what makes functions complex; see ``languages/control``.
``@mark``
    what the module of the language looks at itself, to complete the facts.
"""

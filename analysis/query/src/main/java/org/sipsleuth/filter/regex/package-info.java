/// Regular expressions over bytes that take a time proportional to the text, whatever they are.
///
/// In: the pattern, in the syntax of Perl as far as an automaton can run it. Out:
/// [org.sipsleuth.filter.regex.BytePattern], which tests whether bytes contain a match. Knows
/// nothing of filters.
@NullMarked
package org.sipsleuth.filter.regex;

import org.jspecify.annotations.NullMarked;

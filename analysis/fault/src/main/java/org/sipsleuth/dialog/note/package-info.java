/// Plain-language explanations of messages, and hints about anything unusual in them.
///
/// In: messages of an index. Out: a [MessageExplanation] for each, and [Hint]s with the rule, the
/// RFC and the section they rest on. A hint points at a symptom; it does not identify a culprit.
///
/// Described in docs/LADDER.md.
@NullMarked
package org.sipsleuth.dialog.note;

import org.jspecify.annotations.NullMarked;

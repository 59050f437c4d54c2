/// What messages mean, and what is strange about them, in plain words.
///
/// In: messages of an index. Out: a [Meaning] for each, and [Hint]s with the rule, the RFC and the
/// section they rest on. A hint says what to look at; it judges nobody.
@NullMarked
package org.sipsleuth.dialog.note;

import org.jspecify.annotations.NullMarked;

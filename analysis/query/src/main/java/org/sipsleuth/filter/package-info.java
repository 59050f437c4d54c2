/// Filters over messages, in Wireshark's language.
///
/// In: the text of a filter, a [org.sipsleuth.dialog.SipIndex]. Out:
/// [org.sipsleuth.filter.MessageSet], the messages that fit, with their dialogs; or where the text
/// is wrong.
///
/// Described in docs/FILTER.md.
@NullMarked
package org.sipsleuth.filter;

import org.jspecify.annotations.NullMarked;

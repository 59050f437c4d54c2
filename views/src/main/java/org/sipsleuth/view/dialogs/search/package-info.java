/// Searches the text of all messages, from a bar above the raw message.
///
/// In: the index, the selection, what somebody types. Out: the messages that have it, marked, and
/// the selection of one after the other.
@NullMarked
package org.sipsleuth.view.dialogs.search;

import org.jspecify.annotations.NullMarked;

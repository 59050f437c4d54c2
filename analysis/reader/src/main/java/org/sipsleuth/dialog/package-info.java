/// Dialogs: all messages with one Call-ID (the papers' dialog).
///
/// In: frames and the messages in them. Out: [org.sipsleuth.dialog.SipIndex], the tables of
/// messages and dialogs with transactions, retransmissions and states; text is parsed from the file
/// when somebody looks.
@NullMarked
package org.sipsleuth.dialog;

import org.jspecify.annotations.NullMarked;

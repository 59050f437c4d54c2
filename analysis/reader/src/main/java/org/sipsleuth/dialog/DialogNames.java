package org.sipsleuth.dialog;

import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.column.SequenceTree;

/// The texts that the rows of the dialog table refer to by number.
///
/// @param callIds by dialog
/// @param names URIs and user agents
/// @param sequences sequences of message types
/// @param bytes the messages, for what is parsed on demand
record DialogNames(NamePool callIds, NamePool names, SequenceTree sequences, MessageBytes bytes) {}

package org.sipsleuth.view.ngram;

import org.sipsleuth.view.ngram.message.MessagePair;

/// The message that is looked at.
///
/// @param place of it among the scored messages
/// @param message its number in the index
/// @param pair the message beside the nearest normal one
record Details(int place, int message, Explained explained, MessagePair pair) {}

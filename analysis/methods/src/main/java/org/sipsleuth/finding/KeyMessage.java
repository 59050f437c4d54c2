package org.sipsleuth.finding;

import org.sipsleuth.sentence.Sentence;

/// A message that shows something best.
///
/// @param message its number in the index
/// @param shows what can be seen in it, a few words: `Password of 1007 accepted`
public record KeyMessage(int message, Sentence shows) {}

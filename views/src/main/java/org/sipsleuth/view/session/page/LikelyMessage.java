package org.sipsleuth.view.session.page;

/// A message that may come after the current one.
///
/// @param type a method or a status code
/// @param words its text, with its probability
/// @param came whether it did come next
public record LikelyMessage(String type, String words, boolean came) {}

package org.sipsleuth.lab.question;

/// A hint. Hints are opened in their order, and stay open.
///
/// @param cost the points that opening it takes from the question's worth
public record Hint(String text, int cost) {}

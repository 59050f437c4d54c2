package org.sipsleuth.finding;

/// One claim about a capture, with all that it rests on.
///
/// @param id the same for the same claim in every run: the detector's name and what makes the claim
///     out, `sequence-4f0c21ab93d2`
/// @param origin who found it
/// @param severity how much it asks for attention
/// @param statement what it says
/// @param grounds why
/// @param evidence the messages it rests on
public record Finding(
        String id,
        Origin origin,
        Severity severity,
        Statement statement,
        Grounds grounds,
        Evidence evidence) {}

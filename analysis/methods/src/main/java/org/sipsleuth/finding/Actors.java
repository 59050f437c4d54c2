package org.sipsleuth.finding;

import java.util.List;

/// Who did something.
///
/// @param addresses the hosts that did it, in order; none where their addresses are forged or too
///     many to be named
/// @param sources how many source addresses there are
/// @param areForged whether the source addresses are forged
/// @param fingerprints how their requests are written, where that identifies them; a few words each
public record Actors(List<String> addresses, int sources, boolean areForged, List<String> fingerprints) {

    /// Takes copies, and masks passwords of URIs.
    public Actors {
        addresses = List.copyOf(addresses);
        fingerprints = UriPassword.masked(fingerprints);
    }

    /// One host.
    public static Actors of(String address, List<String> fingerprints) {
        return new Actors(List.of(address), 1, false, fingerprints);
    }
}

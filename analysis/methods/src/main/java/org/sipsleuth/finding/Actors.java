package org.sipsleuth.finding;

import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.UriPassword;

/// Who did something: hosts, or users behind hosts that carry the calls of others as well.
///
/// @param addresses the hosts that did it, in order; none where their addresses are forged or too
///     many to be named, and none that only carried what users did
/// @param sources how many sources there are: addresses, or users
/// @param areForged whether the source addresses are forged
/// @param fingerprints how their requests are written, where that identifies them; a few words each
/// @param users the users or numbers that did it behind a trunk, SBC or NAT, in order
/// @param carriers the addresses that these are behind, in order: no actors
public record Actors(List<String> addresses, int sources, boolean areForged, List<String> fingerprints,
        List<String> users, List<String> carriers) {

    /// Takes copies, and masks passwords of URIs.
    public Actors {
        addresses = List.copyOf(addresses);
        fingerprints = UriPassword.masked(fingerprints);
        users = UriPassword.masked(users);
        carriers = List.copyOf(carriers);
    }

    /// Hosts.
    public Actors(List<String> addresses, int sources, boolean areForged, List<String> fingerprints) {
        this(addresses, sources, areForged, fingerprints, List.of(), List.of());
    }

    /// One host.
    public static Actors of(String address, List<String> fingerprints) {
        return new Actors(List.of(address), 1, false, fingerprints);
    }

    /// Users behind an address that carries the calls of others as well.
    ///
    /// @param sources how many there are, of whom the first are named
    public static Actors behind(String carrier, List<String> users, int sources) {
        return new Actors(List.of(), sources, false, List.of(), users, List.of(carrier));
    }

    /// Whether any of them is a user and no host.
    public boolean areUsers() {
        return !users.isEmpty();
    }

    /// The hosts, then the users.
    public List<String> names() {
        return users.isEmpty() ? addresses : Stream.concat(addresses.stream(), users.stream()).toList();
    }

    /// The same for texts.
    public List<Sentence> sentences() {
        return Stream.concat(addresses.stream().map(Sentence::host), users.stream().map(Sentence::user)).toList();
    }
}

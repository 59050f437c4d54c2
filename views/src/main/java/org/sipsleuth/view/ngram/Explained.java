package org.sipsleuth.view.ngram;

import java.util.List;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.view.ngram.heat.HeatRow;

/// What moved the score of a message. Immutable.
final class Explained {

    /// An n-gram and what it adds.
    ///
    /// @param text one letter a byte
    record Gram(String text, double value) {}

    private final HeatRow heat;
    private final List<Departure> departures;
    private final List<String> headers;
    private final List<Gram> unusual;
    private final List<Gram> missing;
    private final byte[] normal;
    private final double distance;

    /// @param departures what departs from the RFCs, by place
    /// @param headers what of its header fields is unlike normal ones, whatever the score
    /// @param unusual the n-grams of the message that add most, the largest first
    /// @param missing those that it lacks, the largest first
    /// @param normal the nearest normal message; empty if the model has none
    /// @param distance from it, or NaN
    Explained(HeatRow heat, List<Departure> departures, List<String> headers, List<Gram> unusual, List<Gram> missing,
            byte[] normal, double distance) {
        this.heat = heat;
        this.departures = List.copyOf(departures);
        this.headers = List.copyOf(headers);
        this.unusual = List.copyOf(unusual);
        this.missing = List.copyOf(missing);
        this.normal = normal.clone();
        this.distance = distance;
    }

    HeatRow heat() {
        return heat;
    }

    List<Departure> departures() {
        return departures;
    }

    List<String> headers() {
        return headers;
    }

    List<Gram> unusual() {
        return unusual;
    }

    List<Gram> missing() {
        return missing;
    }

    byte[] normal() {
        return normal.clone();
    }

    double distance() {
        return distance;
    }
}

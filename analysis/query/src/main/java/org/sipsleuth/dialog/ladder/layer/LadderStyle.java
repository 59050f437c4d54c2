package org.sipsleuth.dialog.ladder.layer;

import java.util.EnumSet;
import java.util.Set;

/// How the user wants a ladder drawn.
///
/// @param colour what arrows of the same colour share
/// @param delta the reference for time deltas
/// @param overlays what is drawn beside the messages
/// @param leastLane how narrow a lifeline may become before the window scrolls, in pixels
public record LadderStyle(ColourBy colour, DeltaTo delta, Set<Overlay> overlays, double leastLane) {

    /// How narrow a lifeline may be made.
    public static final double NARROWEST = 40;

    /// How wide one may be made.
    public static final double WIDEST = 400;

    /// How narrow one becomes unless the user wants it otherwise: a host's name and a short label
    /// must have room.
    public static final double USUAL = 90;

    /// As the messages come, nothing beside them.
    public static final LadderStyle PLAIN = new LadderStyle(ColourBy.MESSAGE_CLASS, DeltaTo.PREVIOUS, Set.of(), USUAL);

    /// At the first start.
    public static final LadderStyle FIRST =
            new LadderStyle(ColourBy.MESSAGE_CLASS, DeltaTo.PREVIOUS, EnumSet.of(Overlay.HINTS, Overlay.FOCUS), USUAL);

    public LadderStyle {
        overlays = Set.copyOf(overlays);
        leastLane = Math.clamp(leastLane, NARROWEST, WIDEST);
    }

    /// Whether it is drawn.
    public boolean has(Overlay overlay) {
        return overlays.contains(overlay);
    }

    /// The same with other colours.
    public LadderStyle withColour(ColourBy other) {
        return new LadderStyle(other, delta, overlays, leastLane);
    }

    /// The same with another reference for time deltas.
    public LadderStyle withDelta(DeltaTo other) {
        return new LadderStyle(colour, other, overlays, leastLane);
    }

    /// The same with an overlay, or without it.
    public LadderStyle with(Overlay overlay, boolean wanted) {
        Set<Overlay> now = EnumSet.noneOf(Overlay.class);
        now.addAll(overlays);
        if (wanted) {
            now.add(overlay);
        } else {
            now.remove(overlay);
        }
        return new LadderStyle(colour, delta, now, leastLane);
    }

    /// The same with wider or narrower lifelines.
    public LadderStyle withLeastLane(double pixels) {
        return new LadderStyle(colour, delta, overlays, pixels);
    }
}

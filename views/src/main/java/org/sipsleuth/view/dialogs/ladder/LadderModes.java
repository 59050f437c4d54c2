package org.sipsleuth.view.dialogs.ladder;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.view.ui.command.Command;

/// The modes of a ladder, each with its key: what the menu, the keys and the palette of commands
/// offer.
final class LadderModes {

    private static final String KEY = "dialogs.command.ladder.";

    private final LadderChoices choices;

    LadderModes(LadderChoices choices) {
        this.choices = choices;
    }

    /// A mode that is on or off.
    record Mode(Command command, Predicate<LadderOptions> isOn) {}

    /// Which rows there are.
    List<Mode> rows() {
        return List.of(rows("compressed", "S", LadderSettings::compressed, LadderSettings::withCompressed),
                rows("sdp", "D", LadderSettings::onlySdp, LadderSettings::withOnlySdp), rows("unrepeated", "U",
                        LadderSettings::withoutRetransmissions, LadderSettings::withoutRetransmissions));
    }

    /// What is drawn beside them.
    List<Mode> overlays() {
        return Stream.of(Overlay.values()).map(this::overlay).toList();
    }

    /// What makes a lifeline.
    List<Mode> lanes() {
        return Stream.of(LaneKey.values())
                .map(key -> new Mode(
                        Command.of(KEY + "lanes." + lower(key), "", () -> choices.settings(s -> s.withLanes(key))),
                        options -> options.settings().lanes() == key))
                .toList();
    }

    /// What colours mean.
    List<Mode> colours() {
        return Stream.of(ColourBy.values())
                .map(by -> style("colour." + lower(by), l -> l.withColour(by), l -> l.colour() == by))
                .toList();
    }

    /// The references for time deltas.
    List<Mode> deltas() {
        return Stream.of(DeltaTo.values())
                .map(to -> style("delta." + lower(to), l -> l.withDelta(to), l -> l.delta() == to))
                .toList();
    }

    /// Those that go from one of several to the next, for who has a key only.
    List<Command> cycles() {
        return List.of(
                Command.of(KEY + "lanes", "L",
                        () -> choices.settings(s -> s.withLanes(next(LaneKey.values(), s.lanes())))),
                Command.of(KEY + "colour", "C",
                        () -> choices.style(l -> l.withColour(next(ColourBy.values(), l.colour())))),
                Command.of(KEY + "delta", "Z",
                        () -> choices.style(l -> l.withDelta(next(DeltaTo.values(), l.delta())))),
                Command.of(KEY + "wider", "Plus Shift+Equals Add", () -> width(1.25)),
                Command.of(KEY + "narrower", "Minus Subtract", () -> width(0.8)), Command.of(KEY + "width",
                        "Equals Shift+0", () -> choices.style(l -> l.withLeastLane(LadderStyle.FIRST.leastLane()))));
    }

    private void width(double factor) {
        choices.style(style -> style.withLeastLane(style.leastLane() * factor));
    }

    private Mode overlay(Overlay overlay) {
        String key = switch (overlay) {
            case TRANSACTIONS -> "B";
            case STATES -> "A";
            case MEDIA -> "R";
            case HINTS -> "I";
            case TIME -> "W";
            case FOCUS -> "F";
        };
        return new Mode(
                Command.of(KEY + lower(overlay), key, () -> choices.style(l -> l.with(overlay, !l.has(overlay)))),
                options -> options.style().has(overlay));
    }

    /// Sets one thing of the settings.
    @FunctionalInterface
    private interface Setter {
        LadderSettings set(LadderSettings settings, boolean wanted);
    }

    private Mode rows(String name, String key, Predicate<LadderSettings> isOn, Setter setter) {
        return new Mode(Command.of(KEY + name, key, () -> choices.settings(s -> setter.set(s, !isOn.test(s)))),
                options -> isOn.test(options.settings()));
    }

    private Mode style(String name, UnaryOperator<LadderStyle> change, Predicate<LadderStyle> isOn) {
        return new Mode(Command.of(KEY + name, "", () -> choices.style(change)), options -> isOn.test(options.style()));
    }

    @SuppressWarnings("EnumOrdinal") // the order in which they are offered
    private static <E extends Enum<E>> E next(E[] all, E now) {
        return all[(now.ordinal() + 1) % all.length];
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package org.sipsleuth.view.dialogs.ladder;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;

/// What of a ladder is remembered from one start to the next.
///
/// @param settings which rows there are
/// @param style how they are drawn
public record LadderOptions(LadderSettings settings, LadderStyle style) {

    /// At the first start.
    public static final LadderOptions FIRST = new LadderOptions(LadderSettings.PLAIN, LadderStyle.FIRST);

    /// As a line of text, for a file of settings.
    public String text() {
        return "lanes=%s;compressed=%s;sdp=%s;unrepeated=%s;colour=%s;delta=%s;width=%s;overlays=%s".formatted(
                settings.lanes(), settings.compressed(), settings.onlySdp(), settings.withoutRetransmissions(),
                style.colour(), style.delta(), style.leastLane(),
                style.overlays().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
    }

    /// Reads what [#text] wrote; what cannot be read is as at the first start.
    public static LadderOptions of(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        LadderSettings settings = new LadderSettings(constant(LaneKey.class, values.get("lanes"), LaneKey.ADDRESS),
                Boolean.parseBoolean(values.get("compressed")), Boolean.parseBoolean(values.get("sdp")),
                Boolean.parseBoolean(values.get("unrepeated")));
        LadderStyle style = new LadderStyle(constant(ColourBy.class, values.get("colour"), ColourBy.MESSAGE_CLASS),
                constant(DeltaTo.class, values.get("delta"), DeltaTo.PREVIOUS), overlays(values.get("overlays")),
                width(values.get("width")));
        return new LadderOptions(settings, style);
    }

    private static Set<Overlay> overlays(@Nullable String text) {
        if (text == null) {
            return LadderStyle.FIRST.overlays();
        }
        Set<Overlay> overlays = EnumSet.noneOf(Overlay.class);
        for (Overlay each : Overlay.values()) {
            if (("," + text + ",").contains("," + each.name() + ",")) {
                overlays.add(each);
            }
        }
        return overlays;
    }

    private static double width(@Nullable String text) {
        try {
            double width = text == null ? Double.NaN : Double.parseDouble(text);
            return Double.isFinite(width) ? width : LadderStyle.FIRST.leastLane();
        } catch (NumberFormatException e) {
            return LadderStyle.FIRST.leastLane();
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String name, E otherwise) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }
}

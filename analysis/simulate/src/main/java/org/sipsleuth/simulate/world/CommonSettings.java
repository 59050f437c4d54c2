package org.sipsleuth.simulate.world;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.network.Path;

/// The settings that all scenarios have: when they are played, and how their messages are carried.
public final class CommonSettings {

    /// When the scenario begins.
    public static final String START = "start";

    /// `udp` or `tcp`.
    public static final String TRANSPORT = "transport";

    /// The family of all addresses, `4` or `6`.
    public static final String IP = "ip";

    /// The encapsulation of the packets.
    public static final String TUNNEL = "tunnel";

    /// The maximum packet size in bytes.
    public static final String MTU = "mtu";

    /// The amount of media that is written.
    public static final String RTP = "rtp";

    private static final String LOSS = "loss";
    private static final String DELAY = "delay";
    private static final String JITTER = "jitter";
    private static final String REORDER = "reorder";
    private static final String DUPLICATE = "duplicate";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final List<Setting> ALL =
            List.of(start("2026-03-02T08:00:00Z"), Setting.choice(TRANSPORT, "transport of messages", "udp", "tcp"),
                    Setting.choice(IP, "IP version", "4", "6"),
                    Setting.choice(TUNNEL, "encapsulation of packets", "none", "vlan", "gre", "vxlan", "gtp", "ipip"),
                    Setting.whole(MTU, 1500, "bytes", 1280, 9000, "maximum packet size"),
                    Setting.real(DELAY, 10, "ms", 0, 10_000, "minimum packet delay"),
                    Setting.real(JITTER, 1, "ms", 0, 10_000, "mean additional delay"),
                    Setting.real(LOSS, 0, "", 0, 1, "share of lost packets"),
                    Setting.real(REORDER, 0, "", 0, 1, "share of packets delayed by 50 ms"),
                    Setting.real(DUPLICATE, 0, "", 0, 1, "share of duplicate packets"),
                    Setting.choice(RTP, "media: none, the first and last ten packets of each talk, or all with reports",
                            "none", "sparse", "full"));

    private CommonSettings() {}

    /// The settings that all scenarios have.
    public static List<Setting> all() {
        return ALL;
    }

    /// These, and those of a scenario; a scenario may have another default for one of these.
    public static List<Setting> with(List<Setting> others) {
        List<Setting> both = new ArrayList<>(others);
        for (Setting common : ALL) {
            if (others.stream().noneMatch(other -> other.name().equals(common.name()))) {
                both.add(common);
            }
        }
        return both;
    }

    /// The setting of when it begins, for a scenario that usually begins at another time.
    public static Setting start(String standard) {
        return Setting.text(START, standard,
                "start time, as an instant in UTC or in seconds since the epoch; default with"
                        + " --onto: the first frame of the capture");
    }

    /// When it begins, in ns since the epoch.
    ///
    /// @throws SettingException if it is not a time, or outside the range of capture formats
    public static long startNanos(Settings settings) throws SettingException {
        String text = settings.text(START);
        Instant start;
        try {
            start = text.matches("[0-9]{1,10}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SettingException(
                    "%s must be a time such as %s (got %s).".formatted(START, ALL.getFirst().standard(), text));
        }
        if (start.getEpochSecond() < 0 || start.getEpochSecond() >= 1L << Integer.SIZE) {
            throw new SettingException("%s must be 1970–2106 (got %s).".formatted(START, text));
        }
        return start.getEpochSecond() * NANOS_PER_SECOND + start.getNano();
    }

    /// The path of the packets.
    public static Path path(Settings settings) {
        return Path.ofMillis(settings.real(DELAY), settings.real(JITTER), settings.real(LOSS))
                .with(settings.real(REORDER), settings.real(DUPLICATE));
    }
}

package org.sipsleuth.simulate;

import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.Tunnel;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.wire.RtpMode;
import org.sipsleuth.simulate.wire.WireSettings;
import org.sipsleuth.simulate.wire.output.Baseline;
import org.sipsleuth.simulate.world.CommonSettings;

/// When a scenario is played and how its messages are carried, from settings and a base capture.
///
/// @param wire how messages become frames
/// @param startNanos when it begins, in ns since the epoch
/// @param endNanos when it is cut off at the latest
record Carriage(WireSettings wire, long startNanos, long endNanos) {

    /// @throws SettingException if settings contradict each other or the base capture
    /// @throws CaptureFormatException if no simulated frames can be inserted into the base capture
    static Carriage of(Settings settings, Optional<Baseline> baseline) throws SettingException, CaptureFormatException {
        Link link = baseline.isPresent() ? link(baseline.get()) : Link.ETHERNET;
        Tunnel tunnel = Tunnel.valueOf(settings.text(CommonSettings.TUNNEL).toUpperCase(Locale.ROOT));
        boolean ipv4 = settings.is(CommonSettings.IP, "4") || tunnel.hidesFamily();
        if (!link.takes(ipv4)) {
            throw new SettingException("Frames of the real capture are %s; set ip=%s."
                    .formatted(LinkTypes.name(link.number()), ipv4 ? "6" : "4"));
        }
        if (tunnel.needsTypes() && !link.hasTypes()) {
            throw new SettingException("Frames of the real capture are %s, which has no VLAN; set another tunnel."
                    .formatted(LinkTypes.name(link.number())));
        }
        WireSettings wire = new WireSettings(link, tunnel, settings.count(CommonSettings.MTU),
                settings.is(CommonSettings.TRANSPORT, "tcp"),
                RtpMode.valueOf(settings.text(CommonSettings.RTP).toUpperCase(Locale.ROOT)),
                CommonSettings.path(settings));
        return baseline.isPresent() ? within(baseline.get().extent(), wire, settings)
                : new Carriage(wire, CommonSettings.startNanos(settings), Long.MAX_VALUE);
    }

    private static Link link(Baseline baseline) throws CaptureFormatException {
        int type = baseline.extent().linkType();
        return Link.of(type)
                .orElseThrow(() -> new CaptureFormatException(
                        "Its frames are %s; generated frames can be Ethernet, raw IP or Linux cooked."
                                .formatted(LinkTypes.name(type)),
                        0));
    }

    private static Carriage within(Baseline.Extent extent, WireSettings wire, Settings settings)
            throws SettingException {
        if (!settings.isGiven(CommonSettings.START)) {
            return new Carriage(wire, extent.firstNanos(), extent.lastNanos());
        }
        long start = CommonSettings.startNanos(settings);
        if (start < extent.firstNanos() || start > extent.lastNanos()) {
            throw new SettingException(
                    "%s is outside the time range of the real capture.".formatted(CommonSettings.START));
        }
        return new Carriage(wire, start, extent.lastNanos());
    }
}

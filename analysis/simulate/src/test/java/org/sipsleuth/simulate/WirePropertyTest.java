package org.sipsleuth.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.truth.read.TruthFile;

class WirePropertyTest {

    enum Transport {
        UDP, TCP
    }

    enum Carrier {
        NONE, VLAN, GRE, VXLAN, GTP, IPIP
    }

    enum Media {
        NONE, SPARSE, FULL
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theTruthHoldsHoweverMessagesAreCarried(@ForAll Transport transport, @ForAll Carrier tunnel,
            @ForAll boolean ipv6, @ForAll Media rtp, @ForAll @IntRange(max = 4_000) int body,
            @ForAll @IntRange(max = 30) int every, @ForAll @IntRange(max = 30) int delay,
            @ForAll @IntRange(min = 1280, max = 3_000) int mtu, @ForAll @IntRange(max = 3) int troubles)
            throws IOException, SettingException {
        Map<String, String> given = new HashMap<>();
        given.put("transport", transport.name().toLowerCase(Locale.ROOT));
        given.put("tunnel", tunnel.name().toLowerCase(Locale.ROOT));
        given.put("ip", ipv6 ? "6" : "4");
        given.put("rtp", rtp.name().toLowerCase(Locale.ROOT));
        given.put("media", rtp == Media.NONE ? "0" : "2");
        given.put("pings", "60");
        given.put("body", Integer.toString(body));
        given.put("every", Integer.toString(every));
        given.put("delay", Integer.toString(delay));
        given.put("mtu", Integer.toString(mtu));
        given.put("scan", "3");
        given.put("broken", "8");
        given.put("loss", (troubles & 1) != 0 ? "0.1" : "0");
        given.put("duplicate", (troubles & 2) != 0 ? "0.1" : "0");
        given.put("reorder", (troubles & 2) != 0 ? "0.1" : "0");
        Path folder = Files.createTempDirectory("wire");
        Path capture = folder.resolve("a.pcap");
        try {
            SimulationTest.pings(capture, given);
            TruthCheck.holds(capture);
        } finally {
            Files.deleteIfExists(capture);
            Files.deleteIfExists(TruthFile.beside(capture));
            Files.delete(folder);
        }
    }
}

package org.sipsleuth.dialog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.InterfaceFacts;

/// The interfaces of a capture file, where it names them.
final class NamedInterfaces {

    /// Files of more interfaces are treated as if they named none.
    private static final int MOST = 100;

    // Options of section headers and of interfaces (draft-ietf-opsawg-pcapng §4.1, §4.2).
    private static final int HARDWARE = 2;
    private static final int OPERATING_SYSTEM = 3;
    private static final int NAME = 2;
    private static final int MAC_ADDRESS = 6;

    private NamedInterfaces() {}

    /// A text for each interface that is the same in other files of the same interface: link type,
    /// name, MAC address, and the hardware and the operating system of the host, since `eth0` may
    /// be of any; as far as they are stated. Sorted; empty if an interface has no name.
    static List<String> of(FrameReader reader) {
        List<InterfaceFacts> interfaces = reader.interfaces();
        if (interfaces.size() > MOST) {
            return List.of();
        }
        List<CaptureOption> section = reader.sectionOptions();
        String host = text(section, HARDWARE) + "\n" + text(section, OPERATING_SYSTEM);
        TreeSet<String> texts = new TreeSet<>();
        for (InterfaceFacts facts : interfaces) {
            String name = text(facts.options(), NAME);
            if (name.isEmpty()) {
                return List.of();
            }
            texts.add("%d\n%s\n%s\n%s".formatted(facts.linkType(), name, mac(facts.options()), host));
        }
        return List.copyOf(texts);
    }

    private static Optional<byte[]> value(List<CaptureOption> options, int code) {
        return options.stream().filter(option -> option.code() == code).findFirst().map(CaptureOption::value);
    }

    private static String text(List<CaptureOption> options, int code) {
        return value(options, code).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    private static String mac(List<CaptureOption> options) {
        return value(options, MAC_ADDRESS).map(HexFormat.of()::formatHex).orElse("");
    }
}

package org.sipsleuth.dialog.ladder;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;

/// What hosts are called: as the user typed it, else from a hosts file, else as the capture does.
/// Names are data from outside; who shows them makes them harmless.
///
/// @param typed by lifeline: an address, an address with port, a domain
/// @param file by address
/// @param captured by address
public record HostNames(Map<String, String> typed, Map<String, String> file, Map<String, String> captured) {

    /// No names at all.
    public static final HostNames NONE = new HostNames(Map.of(), Map.of(), Map.of());

    public HostNames {
        typed = Map.copyOf(typed);
        file = Map.copyOf(file);
        captured = Map.copyOf(captured);
    }

    /// The names that captures hold in their name resolution blocks, the first file's first.
    public static Map<String, String> capturedIn(SipIndex index) {
        Map<String, String> names = new HashMap<>();
        for (CaptureSummary file : index.files()) {
            CaptureNotes notes = file.notes();
            for (Map.Entry<InetAddress, String> entry : notes.names().entrySet()) {
                String name = entry.getValue().strip();
                if (!name.isEmpty()) {
                    names.putIfAbsent(IpText.of(entry.getKey().getAddress()), name);
                }
            }
        }
        return names;
    }

    /// The same with other typed names.
    public HostNames withTyped(Map<String, String> names) {
        return new HostNames(names, file, captured);
    }

    /// The same with the names of another hosts file.
    public HostNames withFile(Map<String, String> names) {
        return new HostNames(typed, names, captured);
    }

    /// The same with the names of other captures.
    public HostNames withCaptured(Map<String, String> names) {
        return new HostNames(typed, file, names);
    }

    /// The name of a lifeline or an address.
    public Optional<String> of(String id) {
        String name = typed.get(id);
        if (name == null) {
            name = file.getOrDefault(id, captured.get(id));
        }
        return Optional.ofNullable(name);
    }
}

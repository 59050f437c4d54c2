package org.sipsleuth.view.edge.run;

import java.util.List;
import org.sipsleuth.edge.traffic.ScanSettings;

/// Where the border is, and what its messages are scanned for.
///
/// @param border addresses of the hosts to protect; none for the registrars and proxies of the
///     capture
/// @param scans what messages are scanned for
/// @param bundle the name of the file with the signatures; empty for none
public record InputSettings(List<String> border, ScanSettings scans, String bundle) {

    /// Registrars and proxies, what the reader finds defective, no signatures.
    public static final InputSettings USUAL = new InputSettings(List.of(), ScanSettings.USUAL, "");

    /// Takes a copy.
    public InputSettings {
        border = List.copyOf(border);
    }

    /// The same with other hosts to protect.
    public InputSettings withBorder(List<String> addresses) {
        return new InputSettings(addresses, scans, bundle);
    }

    /// The same with other scans.
    ///
    /// @param from the name of the file with the signatures; empty for none
    public InputSettings with(ScanSettings others, String from) {
        return new InputSettings(border, others, from);
    }
}

package org.sipsleuth.dialog.seeded;

import org.pcap4j.core.PcapHandle;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class CapturesPackets {
    PcapHandle handle;
}

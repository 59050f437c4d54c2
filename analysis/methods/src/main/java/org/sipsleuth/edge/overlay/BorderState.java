package org.sipsleuth.edge.overlay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one border has seen so far.
final class BorderState {

    private final int mostClean;
    private final Set<ByteBuffer> known = new HashSet<>();
    private final List<byte[]> clean = new ArrayList<>();
    private final List<byte[]> reports = new ArrayList<>();
    private int anomalies;
    private int attack;
    private int before;
    private int stopped;
    private int through;
    private int lost;

    BorderState(int mostClean) {
        this.mostClean = mostClean;
    }

    void count(boolean isAttack, boolean isStopped, boolean hasSignatures) {
        if (!isAttack) {
            lost += isStopped ? 1 : 0;
            return;
        }
        attack++;
        if (!hasSignatures) {
            before++;
        } else if (isStopped) {
            stopped++;
        } else {
            through++;
        }
    }

    void addClean(byte[] message) {
        if (clean.size() < mostClean && known.add(ByteBuffer.wrap(message))) {
            clean.add(message);
        }
    }

    /// Adds a report, and yields how many distinct ones are not yet taken.
    int report(byte[] message) {
        anomalies++;
        if (reports.stream().noneMatch(each -> Arrays.equals(each, message))) {
            reports.add(message);
        }
        return reports.size();
    }

    List<byte[]> takeReports() {
        List<byte[]> taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    List<byte[]> clean() {
        return clean;
    }

    OverlayBorder result(String name) {
        return new OverlayBorder(name, anomalies, attack, before, stopped, through, lost);
    }
}

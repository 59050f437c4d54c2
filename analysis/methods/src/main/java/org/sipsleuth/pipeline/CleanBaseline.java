package org.sipsleuth.pipeline;

import static org.sipsleuth.finding.Sentence.Punctuation.INDENT;
import static org.sipsleuth.finding.Sentence.count;
import static org.sipsleuth.finding.Sentence.number;
import static org.sipsleuth.finding.Sentence.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;

/// A baseline without its attacks: the dialogs of incidents are left out, so that no model learns
/// them as normal.
public final class CleanBaseline {

    static final MethodTexts TEXTS = MethodTexts.beside(CleanBaseline.class);

    /// From this share of dialogs in incidents on, 0 to 1, the rest is suspect too.
    private static final double CONTAMINATED = 0.2;

    /// With fewer dialogs a baseline is small.
    private static final int FEW_DIALOGS = 300;

    private static final int MOST_NAMED = 5;

    private final SipIndex index;
    private final List<Incident> incidents;
    private final List<Fault> faults;
    private final BitSet leftOut;

    private CleanBaseline(SipIndex index, List<Incident> incidents, List<Fault> faults) {
        this.faults = List.copyOf(faults);
        this.index = index;
        this.incidents = List.copyOf(incidents);
        this.leftOut = new BitSet(index.dialogs().size());
        for (Incident incident : incidents) {
            for (int dialog : incident.evidence().dialogs(index)) {
                leftOut.set(dialog);
            }
        }
    }

    /// Looks for incidents with the methods that need no training.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CleanBaseline of(SipIndex index, Methods methods, RunMonitor monitor) throws IOException {
        List<Detection> detections = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Method method : methods.all()) {
            if (!method.isTrained()) {
                try {
                    Detector detector = method.detector(method.shipped());
                    Contained<Detection> run = Contained.of(method.name(), () -> detector.detect(index, monitor));
                    run.answer().ifPresent(detections::add);
                    run.fault().ifPresent(faults::add);
                } catch (ModelFormatException wrong) {
                    throw new IOException("A bundled model cannot be read", wrong);
                }
            }
        }
        detections.forEach(each -> faults.addAll(each.faults()));
        return new CleanBaseline(index,
                Incidents.of(index, detections.stream().flatMap(each -> each.findings().stream()).toList()), faults);
    }

    /// The incidents, the most severe first.
    public List<Incident> incidents() {
        return incidents;
    }

    /// The rules and methods that failed: attacks that they would have found may remain.
    public List<Fault> faults() {
        return faults;
    }

    /// The numbers of the dialogs that belong to incidents.
    public BitSet leftOut() {
        return (BitSet) leftOut.clone();
    }

    /// How many dialogs remain.
    public int dialogs() {
        return index.dialogs().size() - leftOut.cardinality();
    }

    /// The share of dialogs that is left out, 0 to 1.
    public double share() {
        int all = index.dialogs().size();
        return all == 0 ? 0 : (double) leftOut.cardinality() / all;
    }

    /// What is left out and why, and what is wrong with the rest, in lines.
    public List<Sentence> lines() {
        List<Sentence> lines = new ArrayList<>();
        if (incidents.isEmpty()) {
            lines.add(TEXTS.sentence("baseline.clean", count(index.dialogs().size())));
        } else {
            lines.add(TEXTS.sentence("baseline.left-out", count(leftOut.cardinality()), count(index.dialogs().size()),
                    percent()));
            incidents.stream().limit(MOST_NAMED).map(this::line).forEach(lines::add);
            if (incidents.size() > MOST_NAMED) {
                lines.add(row(INDENT, TEXTS.sentence("baseline.more", count(incidents.size() - MOST_NAMED))));
            }
        }
        for (Fault fault : faults) {
            lines.add(TEXTS.sentence("baseline.fault", fault.sentence()));
        }
        if (share() > CONTAMINATED) {
            lines.add(TEXTS.sentence("baseline.contaminated", percent()));
        }
        if (dialogs() < FEW_DIALOGS) {
            lines.add(TEXTS.sentence("baseline.small", count(dialogs()), count(FEW_DIALOGS)));
        }
        return List.copyOf(lines);
    }

    private Sentence percent() {
        return number(share() * 100, 1);
    }

    private Sentence line(Incident incident) {
        return row(INDENT,
                TEXTS.sentence("baseline.incident", incident.title(),
                        TEXTS.sentence("severity." + incident.severity().name().toLowerCase(Locale.ROOT)),
                        count(incident.evidence().dialogs(index).length)));
    }
}

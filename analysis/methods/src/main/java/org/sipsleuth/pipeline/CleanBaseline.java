package org.sipsleuth.pipeline;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.INDENT;
import static org.sipsleuth.sentence.Sentence.Punctuation.SEMICOLON;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Method;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.truth.TrafficLabels;

/// A baseline without its attacks: the dialogs of incidents are left out, so that no model learns
/// them as normal.
public final class CleanBaseline {

    static final MethodTexts TEXTS = MethodTexts.beside(CleanBaseline.class);

    /// From this share of dialogs in incidents on, 0 to 1, the rest is suspect too.
    private static final double CONTAMINATED = 0.2;

    /// With fewer dialogs a baseline is small.
    private static final int FEW_DIALOGS = 300;

    private static final int MOST_NAMED = 5;
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

    /// From this share of dialogs in incidents on, few others are no picture of normal traffic.
    private static final double MOSTLY_ATTACKS = 0.5;

    /// With fewer days, what happens on the others looks unusual.
    private static final int DAYS_OF_A_WEEK = 7;

    private static final String NORMAL = "normal";

    private final SipIndex index;
    private final List<Incident> incidents;
    private final List<Fault> faults;
    private final BitSet leftOut;
    private final Set<String> labels = new TreeSet<>();
    private int labelled;
    private List<BaselineNetworks.BaselineNetwork> networks = List.of();

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

    /// Leaves out the dialogs that ground truth labels as anything but normal.
    private void leaveOut(TrafficLabels known) {
        BitSet attacks = new BitSet();
        for (int message = 0; message < index.messages().size(); message++) {
            Optional<String> label = known.of(message).filter(its -> !its.equals(NORMAL));
            if (label.isPresent()) {
                labels.add(label.get());
                attacks.set(index.messages().dialog(message));
            }
        }
        attacks.andNot(leftOut);
        labelled = attacks.cardinality();
        leftOut.or(attacks);
    }

    /// Looks for incidents with the methods that need no training; where a lab hides what these find,
    /// all is learned, as to leave something out would state it.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CleanBaseline of(SipIndex index, Methods methods, RunMonitor monitor) throws IOException {
        return of(index, methods, TrafficLabels.NONE, monitor);
    }

    /// The same, where dialogs that are labelled as anything but normal are left out, too.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CleanBaseline of(SipIndex index, Methods methods, TrafficLabels labels, RunMonitor monitor)
            throws IOException {
        List<Detection> detections = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Method method : methods.all()) {
            if (!method.isTrained() && !index.conceals(Concealed.FINDINGS)) {
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
        CleanBaseline clean = new CleanBaseline(index,
                Incidents.of(index, detections.stream().flatMap(each -> each.findings().stream()).toList()), faults);
        clean.leaveOut(labels);
        clean.networks = BaselineNetworks.of(index, clean.leftOut, monitor);
        return clean;
    }

    /// The incidents, the most severe first.
    public List<Incident> incidents() {
        return incidents;
    }

    /// The rules and methods that failed: attacks that they would have found may remain.
    public List<Fault> faults() {
        return faults;
    }

    /// The numbers of the dialogs that belong to incidents, or are labelled as attacks.
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

    /// Refuses what is no baseline: without SIP messages, or with mostly attacks and little else.
    ///
    /// @throws IllegalArgumentException if it is none, with words for the user
    public void check() {
        checkMessages(index);
        if (share() > MOSTLY_ATTACKS && dialogs() < FEW_DIALOGS) {
            throw new IllegalArgumentException(TEXTS.sentence("baseline.refused", count(leftOut.cardinality()),
                    count(index.dialogs().size()), percent(), count(dialogs())).text());
        }
    }

    /// Refuses captures without SIP messages.
    ///
    /// @throws IllegalArgumentException if they have none, with words for the user
    public static void checkMessages(SipIndex index) {
        if (index.messages().size() == 0) {
            throw new IllegalArgumentException(TEXTS.text("baseline.nothing"));
        }
    }

    /// What is left out and why, and what is wrong with the rest, in lines.
    public List<Sentence> lines() {
        List<Sentence> lines = new ArrayList<>();
        if (incidents.isEmpty()) {
            lines.add(TEXTS.sentence("baseline.clean", count(dialogs())));
        } else {
            int ofIncidents = leftOut.cardinality() - labelled;
            lines.add(TEXTS.sentence("baseline.left-out", count(ofIncidents), count(index.dialogs().size()),
                    percent(ofIncidents)));
            incidents.stream().limit(MOST_NAMED).map(this::line).forEach(lines::add);
            if (incidents.size() > MOST_NAMED) {
                lines.add(row(INDENT, TEXTS.sentence("baseline.more", count(incidents.size() - MOST_NAMED))));
            }
        }
        if (labelled > 0) {
            lines.add(TEXTS.sentence("baseline.labelled", count(labelled), count(index.dialogs().size()),
                    Sentence.joined(COMMA, labels.stream().map(Sentence::name).toList())));
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
        if (days() < DAYS_OF_A_WEEK) {
            lines.add(TEXTS.sentence("baseline.days", count(days())));
        }
        if (networks.size() > 1) {
            lines.add(TEXTS.sentence("baseline.networks", count(networks.size()),
                    Sentence.joined(SEMICOLON, networks.stream().map(CleanBaseline::network).toList())));
        }
        return List.copyOf(lines);
    }

    /// On how many days (UTC) there are messages.
    private int days() {
        return (int) IntStream.range(0, index.messages().size())
                .mapToLong(message -> Math.floorDiv(index.messages().capturedAtNanos(message), DAY_NANOS))
                .distinct()
                .count();
    }

    private static Sentence network(BaselineNetworks.BaselineNetwork network) {
        return TEXTS.sentence("baseline.network",
                Sentence.joined(COMMA, network.domains().stream().limit(MOST_NAMED).map(Sentence::name).toList()),
                count(network.accounts()));
    }

    private Sentence percent() {
        return percent(leftOut.cardinality());
    }

    private Sentence percent(int dialogs) {
        return number(100.0 * dialogs / index.dialogs().size(), 1);
    }

    private Sentence line(Incident incident) {
        return row(INDENT,
                TEXTS.sentence("baseline.incident", incident.title(),
                        TEXTS.sentence("severity." + incident.severity().name().toLowerCase(Locale.ROOT)),
                        count(incident.evidence().dialogs(index).length)));
    }
}

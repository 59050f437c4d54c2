package org.sipsleuth.app.command.replay;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.input.ModelDetectors;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.incident.IncidentMessages;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.MessageFacts;
import org.sipsleuth.edge.traffic.MessageScans;
import org.sipsleuth.edge.traffic.ScanSettings;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.ngram.detection.NgramModel;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.signature.BundleFile;
import org.sipsleuth.signature.BundleFormatException;
import org.sipsleuth.signature.SignatureBundle;
import org.sipsleuth.text.FileName;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// Prepares captures for replays.
public final class ReplayInputs {

    private static final String NORMAL = "normal";

    private final Terminal terminal;
    private final Methods methods;
    private final ReplayOptions options;
    private final FaultLog faults;
    private List<Incident> incidents = List.of();

    /// @param faults takes the rules and methods that failed
    public ReplayInputs(Terminal terminal, Methods methods, ReplayOptions options, FaultLog faults) {
        this.faults = faults;
        this.terminal = terminal;
        this.methods = methods;
        this.options = options;
    }

    /// The capture to be replayed; empty, and the reason reported, if something that was asked for
    /// is not there.
    ///
    /// @param isScored whether anomaly detection is needed
    public Optional<ReplayInput> of(SipIndex index, boolean isScored, RunMonitor monitor) throws IOException {
        Optional<SignatureBundle> bundle = bundle();
        if (options.bundle != null && bundle.isEmpty()) {
            return Optional.empty();
        }
        TransactionTable table = TransactionTable.of(index, monitor);
        HostRoles roles = HostRoles.of(table);
        Optional<Border> border = border(table, roles);
        Optional<BitSet> attack = options.byTruth ? truth(index) : incidents(index, monitor);
        if (border.isEmpty() || attack.isEmpty()) {
            return Optional.empty();
        }
        ReplayInput input = ReplayInput.of(roles, border.get(), attack.get(), monitor);
        return Optional.of(input.with(facts(input, isScored, bundle, monitor)));
    }

    /// The incidents that count as an attack; none before [#of], or by the ground truth.
    public List<Incident> incidents() {
        return incidents;
    }

    private Optional<Border> border(TransactionTable table, HostRoles roles) {
        if (options.border.isEmpty()) {
            return Optional.of(Border.ofServers(roles));
        }
        try {
            Border border = Border.ofAddresses(table, options.border);
            if (border.addresses().isEmpty()) {
                terminal.report("--border: the captures have none of these addresses");
                return Optional.empty();
            }
            return Optional.of(border);
        } catch (IllegalArgumentException noAddress) {
            terminal.report("--border: not an IP address: " + noAddress.getMessage());
            return Optional.empty();
        }
    }

    private Optional<BitSet> truth(SipIndex index) {
        if (!IndexTruth.isThere(index.files().stream().map(CaptureSummary::path).toList())) {
            terminal.report("--truth: no ground-truth file beside the captures");
            return Optional.empty();
        }
        try {
            TrafficLabels labels = IndexTruth.read(index, RunMonitor.NONE).labels();
            BitSet attack = new BitSet();
            for (int message = 0; message < index.messages().size(); message++) {
                attack.set(message, !labels.of(message).orElse(NORMAL).equals(NORMAL));
            }
            return Optional.of(attack);
        } catch (IOException unreadable) {
            terminal.report("ground truth of the captures: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<BitSet> incidents(SipIndex index, RunMonitor monitor) throws IOException {
        Optional<List<Detector>> detectors =
                new ModelDetectors(terminal, methods).of(methods.shipped(), model -> model);
        if (detectors.isEmpty()) {
            return Optional.empty();
        }
        Investigation found = DetectorThreads.investigate(index, detectors.get(), monitor);
        faults.report(found.faults(), terminal);
        incidents = found.incidents();
        Integer wanted = options.incident;
        if (wanted != null) {
            incidents = incidents.stream().filter(each -> each.number() == wanted).toList();
            if (incidents.isEmpty()) {
                terminal.report("--incident: the captures have no incident " + wanted);
                return Optional.empty();
            }
        }
        BitSet attack = IncidentMessages.of(incidents, index, monitor);
        if (attack.isEmpty()) {
            terminal.report("no incident: all messages count as legitimate, and only the cost of"
                    + " protections can be shown");
        }
        return Optional.of(attack);
    }

    private MessageFacts facts(ReplayInput input, boolean isScored, Optional<SignatureBundle> bundle,
            RunMonitor monitor) throws IOException {
        BorderTraffic traffic = input.traffic();
        ScanSettings settings =
                new ScanSettings(options.grammar, bundle.map(SignatureBundle::signatures).orElse(List.of()));
        MessageFacts facts = new MessageScans(traffic, monitor).facts(settings);
        return isScored ? facts.withAnomalous(anomalous(traffic, monitor)) : facts;
    }

    private BitSet anomalous(BorderTraffic traffic, RunMonitor monitor) throws IOException {
        Contained<Detection> run = detect(traffic, monitor);
        faults.report(run.fault().stream().toList(), terminal);
        Optional<IntPredicate> anomalous = run.answer().flatMap(Detection::anomalousMessages);
        if (run.answer().isPresent() && anomalous.isEmpty()) {
            terminal.report("the bundled model of anomalies does not fit these captures: it stops nothing");
        }
        return anomalous.map(predicate -> MessageFacts.ingress(traffic, predicate)).orElseGet(BitSet::new);
    }

    private Contained<Detection> detect(BorderTraffic traffic, RunMonitor monitor) throws IOException {
        Method method = methods.named(NgramModel.KIND).orElseThrow();
        try {
            Detector detector = method.detector(method.shipped());
            return Contained.of(method.name(), () -> detector.detect(traffic.index(), monitor));
        } catch (ModelFormatException impossible) {
            throw new IllegalStateException("the bundled model cannot be used", impossible);
        }
    }

    private Optional<SignatureBundle> bundle() throws IOException {
        String file = options.bundle;
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(BundleFile.read(FileName.path(file)));
        } catch (BundleFormatException wrong) {
            terminal.report(file + ": " + wrong.getMessage());
        } catch (IOException unreadable) {
            terminal.report(file + ": " + CaptureObstacle.reason(unreadable));
        }
        return Optional.empty();
    }
}

package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.UnlikeSpan;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.social.detection.SocialMethod;

/// The accounts that rules, beliefs and social flags name in a capture, with the bundled models.
///
/// @param detectors that look
record NamedAccounts(List<Detector> detectors) {

    /// Kinds of incidents whose accounts somebody else uses.
    private static final Set<IncidentKind> OF_ACCOUNTS =
            EnumSet.of(IncidentKind.TOLL_FRAUD, IncidentKind.ACCOUNT_TAKEOVER, IncidentKind.REGISTRATION_HIJACK);

    private static final Set<String> METHODS = Set.of(RuleMethod.NAME, BeliefModel.KIND, SocialMethod.NAME);

    /// Takes a copy.
    NamedAccounts {
        detectors = List.copyOf(detectors);
    }

    /// Those of the methods that can name an account.
    static NamedAccounts of(Methods methods) throws IOException {
        List<Detector> detectors = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            if (METHODS.contains(model.kind())) {
                try {
                    detectors.add(methods.detector(model));
                } catch (ModelFormatException impossible) {
                    throw new IOException("bundled model: " + impossible.getMessage(), impossible);
                }
            }
        }
        return new NamedAccounts(detectors);
    }

    /// The accounts that are named in a capture, by each means but the simplest.
    Map<Means, Set<String>> in(SipIndex index, RunMonitor monitor) {
        List<Detection> detections = new ArrayList<>();
        for (Detector detector : detectors) {
            detections.add(detector.detect(index, monitor));
        }
        Investigation found = Investigation.of(index, detections).complete();
        Map<Means, Set<String>> named = new EnumMap<>(Means.class);
        for (Means each : EnumSet.range(Means.INCIDENTS, Means.ANY)) {
            named.put(each, new HashSet<>());
        }
        for (Incident incident : found.incidents()) {
            Set<String> accounts = new HashSet<>(incident.callers());
            if (incident.stages().stream().anyMatch(stage -> OF_ACCOUNTS.contains(stage.kind()))) {
                accounts.addAll(incident.accounts());
            }
            add(named, Means.INCIDENTS, accounts);
            if (incident.severity().compareTo(Severity.LOW) > 0) {
                add(named, Means.GRAVE, accounts);
            }
        }
        for (Finding finding : found.findings()) {
            if (finding.origin().detector().equals(SocialMethod.NAME)) {
                add(named, Means.SOCIAL, List.of(finding.subject().name()));
            } else if (finding.origin().detector().equals(BeliefModel.KIND)) {
                boolean isUnlike = finding.statement().kind().equals(UnlikeSpan.UNLIKE);
                add(named, isUnlike ? Means.NOVELTY : Means.BELIEFS, users(finding, index));
            }
        }
        return named;
    }

    private static void add(Map<Means, Set<String>> named, Means means, Iterable<String> addresses) {
        for (String address : addresses) {
            String name = UserNames.AS_WRITTEN.of(address);
            int domain = name.lastIndexOf('@');
            String user = domain < 0 ? name : name.substring(0, domain);
            if (!user.isEmpty()) {
                named.getOrDefault(means, new HashSet<>()).add(user);
                named.getOrDefault(Means.ANY, new HashSet<>()).add(user);
            }
        }
    }

    /// As whom a source called or registered: it sent the INVITEs and REGISTERs among what a finding
    /// about it cites.
    private static Set<String> users(Finding finding, SipIndex index) {
        Set<String> users = new HashSet<>();
        for (int message : finding.evidence().messages(index)) {
            int type = index.messages().type(message);
            if (index.messages().isRequest(message) && (type == MessageTypes.INVITE || type == MessageTypes.REGISTER)) {
                users.add(index.dialogs().caller(index.messages().dialog(message)));
            }
        }
        return users;
    }
}

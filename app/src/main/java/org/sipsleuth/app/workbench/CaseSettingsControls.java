package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sipsleuth.app.workbench.memory.CaseSettings;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.Notice.Act;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;

/// Keeps the layout and the settings of the window in the open case, and offers those of a case
/// when it is opened. Used on the JavaFX thread.
final class CaseSettingsControls {

    /// Read when captures are opened.
    private static final String NEXT_START = "files.once";

    private final Settings settings;
    private final CaseModel cases;
    private final Consumer<Optional<Notice>> notes;
    private final Consumer<Optional<Notice>> offers;

    /// The attachments that were read last, and the case that they are of.
    private List<Attachment> read = List.of();

    private Optional<Path> of = Optional.empty();

    /// What they hold, by their kind.
    private final Map<Attachment.Kind, SortedMap<String, String>> kept = new TreeMap<>();

    /// @param notes shows what was done
    /// @param offers shows an offer, or none
    CaseSettingsControls(Settings settings, CaseModel cases, Consumer<Optional<Notice>> notes,
            Consumer<Optional<Notice>> offers) {
        this.settings = settings;
        this.cases = cases;
        this.notes = notes;
        this.offers = offers;
        cases.openProperty().subscribe(this::follow);
    }

    private static List<Attachment> attachments(Optional<OpenCase> open) {
        return open.stream()
                .flatMap(openCase -> openCase.attachments().stream())
                .filter(each -> CaseSettings.KINDS.contains(each.kind()))
                .filter(each -> each.name().equals(CaseSettings.fileName(each.kind())))
                .toList();
    }

    private void follow(Optional<OpenCase> open) {
        Optional<Path> file = open.map(OpenCase::file);
        List<Attachment> now = attachments(open);
        boolean isOther = !file.equals(of);
        if (!isOther && now.equals(read)) {
            return;
        }
        of = file;
        read = now;
        kept.clear();
        offers.accept(Optional.empty());
        for (Attachment each : now) {
            cases.read(each, content -> {
                if (read.equals(now) && of.equals(file)) {
                    kept.put(each.kind(), CaseSettings.read(each.kind(), content));
                    if (isOther && kept.size() == now.size()) {
                        offer();
                    }
                }
            });
        }
    }

    private void offer() {
        if (!others().isEmpty()) {
            offers.accept(Optional.of(new Notice(Notice.Tone.INFORMATION, text("workbench.case.offer"),
                    List.of(text("workbench.case.offer.meaning")),
                    List.of(new Act(text("workbench.case.offer.use"), this::use)))));
        }
    }

    /// The values of the case that the window does not have.
    private SortedMap<String, String> others() {
        return kept.values()
                .stream()
                .flatMap(settings -> settings.entrySet().stream())
                .filter(each -> !settings.get(each.getKey()).equals(Optional.of(each.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /// Keeps what the window remembers in the case, as far as the case does not have it.
    void keep() {
        Optional<OpenCase> open = cases.openProperty().get();
        if (open.isEmpty()) {
            say("workbench.case.no.case");
            return;
        }
        if (open.get().obstacle().isPresent()) {
            say("workbench.case.read.only");
            return;
        }
        List<Attachment.Kind> changed = CaseSettings.KINDS.stream()
                .filter(kind -> !CaseSettings.of(kind, settings).equals(kept.getOrDefault(kind, new TreeMap<>())))
                .toList();
        if (changed.isEmpty()) {
            say("workbench.case.same");
        }
        for (Attachment.Kind kind : changed) {
            byte[] content = CaseSettings.write(CaseSettings.of(kind, settings));
            cases.attach(kind, CaseSettings.fileName(kind), () -> content, () -> say("workbench.case.kept"));
        }
    }

    /// Uses what the case keeps.
    void use() {
        if (kept.isEmpty()) {
            say("workbench.case.none");
            return;
        }
        SortedMap<String, String> others = others();
        offers.accept(Optional.empty());
        settings.replace(others);
        say(others.containsKey(NEXT_START) ? "workbench.case.used.later" : "workbench.case.used");
    }

    private void say(String textKey) {
        notes.accept(Optional.of(new Notice(Notice.Tone.INFORMATION, text(textKey), List.of(), List.of())));
    }
}

package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.OpenFailure.TooLarge;
import org.sipsleuth.app.workbench.loading.UnreadableFile;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Changed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.page.LoadingPage;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.Notice.Act;
import org.sipsleuth.app.workbench.shell.PartCommand;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.UtcTime;

/// Chooses what stands in the middle of the window in each state, a view or a page in its place,
/// and the notice above it.
final class Pages {

    /// The loading page comes only where nothing else does within this time: a page that is gone
    /// again at once informs nobody.
    private static final Duration PATIENCE = Duration.millis(300);

    private final WorkbenchController frame;
    private final Rail rail;
    private final CaptureOpening captures;
    private final WorkbenchViewModel model;
    private final Runnable showReport;
    private final Consumer<Path> find;
    private final LabLocks labs;
    private final Node start;
    private final Node loading;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private WorkbenchState state = new Empty();

    /// The capture in which something went wrong.
    private Optional<SipIndex> troubled = Optional.empty();
    private @Nullable SipIndex damageRead;
    private @Nullable SipIndex partRead;
    private @Nullable SipIndex unreadableRead;
    private Optional<Notice> note = Optional.empty();
    private Optional<Notice> offer = Optional.empty();
    private Optional<Notice> caseOffer = Optional.empty();
    private Optional<Notice> warning = Optional.empty();

    /// Pages that say that nothing has come yet, by the interface.
    private final Map<String, Node> listening = new HashMap<>();

    /// @param start stands there before the first capture
    /// @param showReport shows the capture report
    /// @param find looks for calls in a folder
    /// @param labs lock pages
    Pages(WorkbenchController frame, Rail rail, CaptureOpening captures, WorkbenchViewModel model, Node start,
            Runnable showReport, Consumer<Path> find, LabLocks labs) {
        this.find = find;
        this.labs = labs;
        this.frame = frame;
        this.rail = rail;
        this.captures = captures;
        this.model = model;
        this.showReport = showReport;
        this.start = start;
        loading = new LoadingPage(model, captures.loader()).root();
        patience.setOnFinished(_ -> arrangeLate());
        rail.chosenProperty().subscribe(this::arrange);
        rail.chosenProperty().subscribe(chosen -> leaveFailure(chosen.page()));
        labs.onChange(this::arrange);
    }

    /// Who goes to a page that needs no capture has read why none is there.
    private void leaveFailure(Page chosen) {
        if (state instanceof Failed(_, var before) && before.isEmpty() && chosen.isShownWithoutCapture()) {
            model.dismissFailure();
        }
    }

    /// Follows the workbench.
    void show(WorkbenchState now) {
        if (now instanceof Loading && !(state instanceof Loading)) {
            patience.playFromStart();
        }
        boolean fails = now instanceof Failed && !(state instanceof Failed);
        state = now;
        arrange();
        if (fails) {
            frame.focusAct();
        }
    }

    /// Shows or removes a notice about the page.
    void note(Optional<Notice> notice) {
        note = notice;
        arrange();
    }

    /// Offers something that can wait, or no more.
    void offer(Optional<Notice> notice) {
        offer = notice;
        arrange();
    }

    /// Offers something of the open case, or no more.
    void offerOfCase(Optional<Notice> notice) {
        caseOffer = notice;
        arrange();
    }

    /// Shows what is wrong with the settings until the user dismisses it, whatever is open.
    void warn(Optional<Notice> notice) {
        warning = notice;
        arrange();
    }

    private void arrangeLate() {
        if (state instanceof Loading reading) {
            arrangeLoading(reading);
        }
    }

    private void arrange() {
        switch (state) {
            case Loading reading -> arrangeLoading(reading);
            case Live live -> arrangeLive(live);
            case Empty() -> arrangeEmpty();
            case Shown(var investigation) -> arrangeIndex(investigation.index());
            case Changed(_, var investigation) -> arrangeIndex(investigation.index());
            case Failed(var failure, var before) -> before.ifPresentOrElse(
                    investigation -> arrangeIndex(investigation.index()), () -> frame.showPage(failurePage(failure)));
        }
        banner().ifPresentOrElse(frame::showBanner, frame::hideBanner);
    }

    private void arrangeEmpty() {
        if (rail.chosenProperty().get().page().isShownWithoutCapture()) {
            showView();
        } else {
            frame.showPage(start);
        }
    }

    private void arrangeLoading(Loading reading) {
        if (reading.partial().filter(index -> index.messages().size() > 0).isPresent()) {
            showView();
        } else if (patience.getStatus() != Animation.Status.RUNNING) {
            frame.showPage(loading);
        }
    }

    private void showView() {
        RailEntry entry = rail.chosenProperty().get();
        Optional<Node> lock = labs.lock(entry.page());
        frame.showView(lock.orElse(entry.view()), lock.isEmpty() && entry.page().isInspected(), entry.page().isTimed());
    }

    private void arrangeLive(Live live) {
        if (live.latest().filter(index -> index.messages().size() > 0).isPresent()) {
            showView();
        } else {
            frame.showPage(listening.computeIfAbsent(live.source(), Pages::listeningPage));
        }
    }

    private static Node listeningPage(String source) {
        return new Notice(Notice.Tone.INFORMATION, text("workbench.live.listening.title", source),
                List.of(text("workbench.live.listening.advice")), List.of()).page();
    }

    /// Follows what was found: what went wrong before any message was whole is a result, too.
    void showFound(Optional<Investigation> now) {
        troubled = now.filter(its -> !its.problems().failures().isEmpty()).map(Investigation::index);
        arrange();
    }

    private void arrangeIndex(SipIndex index) {
        if (index.messages().size() > 0 || troubled.filter(index::equals).isPresent()) {
            showView();
        } else {
            frame.showPage(Notice.noSip(index.files(), account("workbench.account.see")).page());
        }
    }

    private Node failurePage(OpenFailure failure) {
        List<Act> acts = new ArrayList<>(actsOf(failure));
        acts.add(new Act(text("workbench.failure.open.other"), captures::ask));
        acts.add(new Act(text("workbench.failure.back"), model::dismissFailure));
        return failure.tooLarge().map(large -> tooLarge(failure, large, acts)).orElse(Notice.of(failure, acts)).page();
    }

    private static Notice tooLarge(OpenFailure failure, TooLarge large, List<Act> acts) {
        Optional<String> command = PartCommand.of(large.request(), large.part());
        List<String> paragraphs = new ArrayList<>(List.of(failure.meaning()));
        paragraphs.add(failure.advice());
        String writer = large.part().isEnoughFor("export") ? "export" : "editcap";
        command.ifPresent(_ -> paragraphs.add(text("workbench.failure.too.large.command." + writer)));
        return new Notice(Notice.Tone.ERROR, failure.what(), paragraphs, command.stream().toList(), acts);
    }

    private List<Act> actsOf(OpenFailure failure) {
        if (failure.tooLarge().isEmpty()) {
            return List.of();
        }
        TooLarge large = failure.tooLarge().get();
        List<Path> first = large.part().captures();
        List<Act> acts = new ArrayList<>();
        if (!first.isEmpty()) {
            acts.add(new Act(large.openText(), () -> captures.openFirst(large.request(), first)));
        }
        acts.add(new Act(text("workbench.find.menu"),
                () -> find.accept(CaptureNames.placeOf(large.request().captures()))));
        return acts;
    }

    private Optional<Node> banner() {
        return switch (state) {
            case Failed(var failure, var before) when before.isPresent() ->
                    Optional.of(Notice.of(failure, actsOf(failure)).banner(model::dismissFailure));
            case Changed(var failure, _) -> Optional.of(changed(failure));
            case Whole _ when note.isPresent() -> Optional.of(note.get().banner(() -> note(Optional.empty())));
            case Whole _,Loading _,Live _ when warning.isPresent() ->
                    Optional.of(warning.get().banner(() -> warn(Optional.empty())));
            case Whole _ when offer.isPresent() -> Optional.of(offer.get().banner(() -> offer(Optional.empty())));
            case Whole _ when caseOffer.isPresent() ->
                    Optional.of(caseOffer.get().banner(() -> offerOfCase(Optional.empty())));
            case Whole whole -> whole.investigation()
                    .flatMap(shown -> part(shown).or(() -> unreadable(shown)).or(() -> damage(shown.index())));
            case Loading _,Live _ -> Optional.empty();
        };
    }

    private Node changed(OpenFailure failure) {
        return Notice.of(failure, List.of(new Act(text("workbench.failure.changed.again"), captures::openAgain)))
                .lastingBanner();
    }

    private Optional<Node> part(OpenCaptures shown) {
        if (!shown.isPart() || shown.index().equals(partRead)) {
            return Optional.empty();
        }
        long last = shown.index().files().stream().mapToLong(CaptureSummary::lastNanos).max().orElse(0);
        Notice notice = new Notice(Notice.Tone.WARNING,
                text("workbench.part.what", shown.files().size(), shown.of(), UtcTime.dateAndSecond(last)),
                List.of(text("workbench.part.meaning")),
                List.of(new Act(text("workbench.find.menu"), () -> find.accept(CaptureNames.placeOf(shown.files())))));
        return Optional.of(notice.banner(() -> {
            partRead = shown.index();
            arrange();
        }));
    }

    private Optional<Node> unreadable(OpenCaptures shown) {
        List<UnreadableFile> files = shown.unreadable();
        if (files.isEmpty() || shown.index().equals(unreadableRead)) {
            return Optional.empty();
        }
        String lines = CaptureNames
                .few(files.stream().map(file -> CaptureNames.of(List.of(file.path())) + ": " + file.reason()).toList());
        Notice notice = new Notice(Notice.Tone.WARNING, text("workbench.unreadable.what", files.size(), shown.of()),
                List.of(lines), List.of());
        return Optional.of(notice.banner(() -> {
            unreadableRead = shown.index();
            arrange();
        }));
    }

    private Optional<Node> damage(SipIndex index) {
        String details = CaptureNames.few(index.files().stream().flatMap(file -> describe(file).stream()).toList());
        if (details.isEmpty() || index.equals(damageRead)) {
            return Optional.empty();
        }
        boolean isLimit = index.files().stream().anyMatch(file -> file.damage().filter(Damage::isLimit).isPresent());
        Act account = account("workbench.account.open");
        return Optional.of(Notice.damage(details, isLimit ? List.of(unpackWhole(), account) : List.of(account))
                .banner(() -> readDamage(index)));
    }

    private Act unpackWhole() {
        return new Act(text("workbench.unpack.whole"), captures::unpackWhole);
    }

    private void readDamage(SipIndex index) {
        damageRead = index;
        frame.hideBanner();
    }

    private Act account(String textKey) {
        return new Act(text(textKey), showReport);
    }

    private static Optional<String> describe(CaptureSummary file) {
        return file.damage()
                .map(d -> text("workbench.damage", CaptureNames.of(List.of(file.path())), d.offset(), d.what()));
    }
}

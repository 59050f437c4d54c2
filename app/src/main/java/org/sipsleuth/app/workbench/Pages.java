package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Changed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.Notice.Act;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;

/// Chooses what stands in the middle of the window in each state, a view or a page in its place,
/// and the notice above it.
final class Pages {

    /// Pages that are made once.
    record Fixed(Node start, Node loading) {}

    /// What can be done from a page.
    record Acts(
            Runnable ask,
            Runnable openAgain,
            Runnable openAccount,
            Runnable unpackWhole,
            Runnable dismissFailure) {}

    /// The loading page comes only where nothing else does within this time: a page that is gone
    /// again at once informs nobody.
    private static final Duration PATIENCE = Duration.millis(300);

    private final WorkbenchController frame;
    private final Rail rail;
    private final Fixed fixed;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Acts acts;
    private WorkbenchState state = new Empty();
    private @Nullable SipIndex damageRead;
    private Optional<Notice> note = Optional.empty();
    private Optional<Notice> offer = Optional.empty();

    /// Pages that say that nothing has come yet, by the interface.
    private final Map<String, Node> listening = new HashMap<>();

    Pages(WorkbenchController frame, Rail rail, Fixed fixed, Acts acts) {
        this.frame = frame;
        this.rail = rail;
        this.fixed = fixed;
        this.acts = acts;
        patience.setOnFinished(_ -> arrangeLate());
        rail.chosenProperty().subscribe(this::arrange);
    }

    /// Follows the workbench.
    void show(WorkbenchState now) {
        if (now instanceof Loading && !(state instanceof Loading)) {
            patience.playFromStart();
        }
        state = now;
        arrange();
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

    private void arrangeLate() {
        if (state instanceof Loading loading) {
            arrangeLoading(loading);
        }
    }

    private void arrange() {
        switch (state) {
            case Loading loading -> arrangeLoading(loading);
            case Live live -> arrangeLive(live);
            case Empty() -> frame.showPage(fixed.start());
            case Shown(var investigation) -> arrangeIndex(investigation.index());
            case Changed(_, var investigation) -> arrangeIndex(investigation.index());
            case Failed(var failure, var before) ->
                    before.ifPresentOrElse(
                            investigation -> arrangeIndex(investigation.index()),
                            () -> frame.showPage(failurePage(failure)));
        }
        banner().ifPresentOrElse(frame::showBanner, frame::hideBanner);
    }

    private void arrangeLoading(Loading loading) {
        if (loading.partial().filter(index -> index.messages().size() > 0).isPresent()) {
            showView();
        } else if (patience.getStatus() != Animation.Status.RUNNING) {
            frame.showPage(fixed.loading());
        }
    }

    private void showView() {
        RailEntry entry = rail.chosenProperty().get();
        frame.showView(entry.view(), entry.page().isInspected());
    }

    private void arrangeLive(Live live) {
        if (live.latest().filter(index -> index.messages().size() > 0).isPresent()) {
            showView();
        } else {
            frame.showPage(listening.computeIfAbsent(live.source(), Pages::listeningPage));
        }
    }

    private static Node listeningPage(String source) {
        return new Notice(
                        Notice.Tone.INFORMATION,
                        text("live.listening.title", source),
                        List.of(text("live.listening.advice")),
                        List.of())
                .page();
    }

    private void arrangeIndex(SipIndex index) {
        if (index.messages().size() > 0) {
            showView();
        } else {
            frame.showPage(Notice.noSip(index.files(), account("workbench.account.see")).page());
        }
    }

    private Node failurePage(OpenFailure failure) {
        return Notice.of(
                        failure,
                        List.of(
                                new Act(text("workbench.failure.open.other"), acts.ask()),
                                new Act(text("workbench.failure.back"), acts.dismissFailure())))
                .page();
    }

    private Optional<Node> banner() {
        return switch (state) {
            case Failed(var failure, var before) when before.isPresent() ->
                    Optional.of(Notice.of(failure, List.of()).banner(acts.dismissFailure()));
            case Changed(var failure, _) -> Optional.of(changed(failure));
            case Whole _ when note.isPresent() ->
                    Optional.of(note.get().banner(() -> note(Optional.empty())));
            case Whole _ when offer.isPresent() ->
                    Optional.of(offer.get().banner(() -> offer(Optional.empty())));
            case Whole whole -> whole.investigation().flatMap(shown -> damage(shown.index()));
            case Loading _, Live _ -> Optional.empty();
        };
    }

    private Node changed(OpenFailure failure) {
        return Notice.of(
                        failure,
                        List.of(new Act(text("workbench.failure.changed.again"), acts.openAgain())))
                .lastingBanner();
    }

    private Optional<Node> damage(SipIndex index) {
        String details =
                index.files().stream()
                        .flatMap(file -> describe(file).stream())
                        .collect(Collectors.joining("\n"));
        if (details.isEmpty() || index.equals(damageRead)) {
            return Optional.empty();
        }
        boolean isLimit =
                index.files().stream()
                        .anyMatch(file -> file.damage().filter(Damage::isLimit).isPresent());
        Act account = account("workbench.account.open");
        return Optional.of(
                Notice.damage(details, isLimit ? List.of(unpackWhole(), account) : List.of(account))
                        .banner(() -> readDamage(index)));
    }

    private Act unpackWhole() {
        return new Act(text("workbench.unpack.whole"), acts.unpackWhole());
    }

    private void readDamage(SipIndex index) {
        damageRead = index;
        frame.hideBanner();
    }

    private Act account(String textKey) {
        return new Act(text(textKey), acts.openAccount());
    }

    private static Optional<String> describe(CaptureSummary file) {
        return file.damage()
                .map(
                        d ->
                                text(
                                        "workbench.damage",
                                        FileName.last(file.path()),
                                        d.offset(),
                                        d.what()));
    }
}

package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.view.ui.Views;

/// A message to the user, with what can be done about it.
///
/// @param tone how serious it is
/// @param title what happened, as a sentence
/// @param paragraphs what it means, and what to do
/// @param commands for a terminal, that a page shows to be copied
/// @param acts what can be done at once
public record Notice(Tone tone, String title, List<String> paragraphs, List<String> commands, List<Act> acts) {

    /// How serious a notice is.
    public enum Tone {
        INFORMATION("fth-info"), WARNING("fth-alert-triangle"), ERROR("fth-alert-octagon");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        /// The icon that shows the kind without colour.
        String icon() {
            return icon;
        }
    }

    /// Something that can be done.
    public record Act(String words, Runnable run) {}

    public Notice {
        paragraphs = List.copyOf(paragraphs);
        commands = List.copyOf(commands);
        acts = List.copyOf(acts);
    }

    /// Without a command.
    public Notice(Tone tone, String title, List<String> paragraphs, List<Act> acts) {
        this(tone, title, paragraphs, List.of(), acts);
    }

    /// Captures could not be opened.
    public static Notice of(OpenFailure failure, List<Act> acts) {
        return new Notice(Tone.ERROR, failure.what(), List.of(failure.meaning(), failure.advice()), acts);
    }

    /// Captures were read, but no SIP message was in them.
    public static Notice noSip(List<CaptureSummary> files, Act account) {
        long frames = files.stream().mapToLong(CaptureSummary::frames).sum();
        boolean keysOpen = files.stream()
                .flatMap(file -> file.unread().stream())
                .anyMatch(unread -> unread.loss() == Loss.FOR_WANT_OF_KEYS);
        return new Notice(Tone.INFORMATION, text("workbench.no.sip.title", frames),
                keysOpen ? List.of(text("workbench.no.sip.advice"), text("keys.none"))
                        : List.of(text("workbench.no.sip.advice")),
                frames == 0 ? List.of() : List.of(account));
    }

    /// Captures were not read to their end.
    public static Notice damage(String details, List<Act> acts) {
        return new Notice(Tone.WARNING, details, List.of(text("workbench.damage.meaning")), acts);
    }

    /// A page that shows it, in the place of a view.
    public Parent page() {
        return Views.load("NoticePage.fxml", new NoticeController(this, Optional.empty()));
    }

    /// A line that shows it above the view.
    ///
    /// @param dismiss what the cross does
    public Parent banner(Runnable dismiss) {
        return Views.load("NoticeBanner.fxml", new NoticeController(this, Optional.of(dismiss)));
    }

    /// A line that shows it above the view, and stays there.
    public Parent lastingBanner() {
        return Views.load("NoticeBanner.fxml", new NoticeController(this, Optional.empty()));
    }
}

package org.sipsleuth.view.session.page;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.casefile.CaseModel;

/// What the window gives its pages to work with.
///
/// @param selection what is selected in the window
/// @param session runs the detectors over the open capture
/// @param cases the open case
/// @param background where work is done
/// @param window what a page can ask of the window
/// @param files asks the user for files of a kind
/// @param program the version of the program, for the facts of new models
public record Workplace(SelectionModel selection, SessionModel session, CaseModel cases, Background background,
        Frame window, Function<FileChoice.Kind, FileChoice> files, String program) {

    /// Where work is done that the JavaFX thread does not wait for.
    ///
    /// @param opening one thread: opens models
    /// @param counting one thread, idle while a capture is read: goes through whole captures
    /// @param training one thread: trains models
    /// @param quick one thread: what takes no noticeable time
    /// @param pool the same, where several can run side by side
    public record Background(Executor opening, Executor counting, Executor training, Executor quick, Executor pool) {}

    /// The window around a page.
    public interface Frame {

        /// Shows a node over everything else.
        void showOverlay(Node content);

        /// Takes it away.
        void hideOverlay();

        /// Lists the frames that were not decoded, with the reasons and what to set.
        void showUndecoded();

        /// Brings the page with this [Page#id] to the front.
        void open(String page);

        /// Brings a page to the front and shows something within it. Back returns.
        ///
        /// @param within in the page's own words ([Page#goTo])
        void open(String page, String within);

        /// Shows the page of an incident. Back returns.
        void openIncident(String id);

        /// Brings the dialogs that are selected to the front.
        void openDialogs();

        /// Selects something, filters, and brings the dialogs to the front. Back returns to the
        /// page and the filter that are there now.
        ///
        /// @param filter empty for none
        default void showDialogs(Selection chosen, String filter) {
            showDialogs(chosen, filter, "");
        }

        /// As [#showDialogs(Selection, String)], with what the filter leaves in words.
        ///
        /// @param words shown in place of the filter until it is edited; empty for none
        void showDialogs(Selection chosen, String filter, String words);

        /// Uses this model of its method from now on, as if it had been opened.
        void useModel(ModelFile model, ModelOrigin origin);

        /// Keeps the layout and the settings of the window in the open case.
        void keepSettings();

        /// Uses the layout and the settings of the open case.
        void useSettings();

        /// A place for two dialogs side by side, whose hosts are named as in the ladder.
        DialogPair dialogPair();

        /// Opens captures in place of those that are open.
        void openCaptures(List<Path> files);

        /// Opens a capture in place of those that are open.
        default void openCapture(Path file) {
            openCaptures(List.of(file));
        }

        /// The captures that were opened last, the last one first.
        List<Path> recentCaptures();

        /// Asks where the selected messages shall be exported to.
        void exportMessages();

        /// Entries of a menu that exports all incidents, one for each format; none where nothing
        /// can be exported.
        List<MenuItem> incidentExports();

        /// Asks for the report (HTML) of the open captures with the verdicts of the open case.
        void writeReport();

        /// Whether the open capture may still grow: it is being read, or captured live.
        ObservableValue<Boolean> growing();

        /// Whether the open capture is captured live.
        ObservableValue<Boolean> live();
    }
}

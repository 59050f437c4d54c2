package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleFile;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Methods with the corrections of roles in the user's folder.
///
/// @param methods without corrections if nobody made any, or their file cannot be used
/// @param problem why the file cannot be used, and what to do
record UserRoles(Methods methods, Optional<Notice> problem) {

    private static final Logger LOG = LoggerFactory.getLogger(UserRoles.class);
    private static final int LONGEST_REASON = 300;

    /// Reads the corrections.
    ///
    /// @param settings the folder of the user's settings
    /// @param methods that get them
    static UserRoles read(Path settings, Methods methods) {
        Path file = settings.resolve(RoleFile.NAME);
        if (!Files.exists(file)) {
            return new UserRoles(methods, Optional.empty());
        }
        try {
            return new UserRoles(methods.with(RoleFile.read(file)), Optional.empty());
        } catch (IOException unusable) {
            FailureLog.warn(LOG, "Corrections of roles not read from " + file, unusable);
            return new UserRoles(methods, Optional.of(notice(file, unusable)));
        }
    }

    private static Notice notice(Path file, IOException unusable) {
        String reason = VisibleText.ofValue(String.valueOf(unusable.getMessage()), LONGEST_REASON);
        return new Notice(Notice.Tone.ERROR, text("workbench.roles.unusable", FileName.last(file), reason),
                List.of(text("workbench.roles.unusable.meaning"),
                        text("workbench.roles.unusable.advice", FileName.text(file))),
                List.of());
    }

    /// The roles that detectors used, once they have looked at the capture.
    static Optional<HostRoles> estimated(SessionState state) {
        return state.runs()
                .stream()
                .flatMap(run -> run.status().detection().stream())
                .flatMap(detection -> detection.hostRoles().stream())
                .findFirst();
    }
}

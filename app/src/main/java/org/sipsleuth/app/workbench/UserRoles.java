package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleFile;
import org.sipsleuth.session.SessionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standard methods with the corrections of roles in the user's folder, and what came of them.
final class UserRoles {

    private static final Logger LOG = LoggerFactory.getLogger(UserRoles.class);

    private UserRoles() {}

    /// @param settings the folder of the user's settings
    static Methods of(Path settings) {
        Path file = settings.resolve(RoleFile.NAME);
        if (!Files.exists(file)) {
            return Methods.standard();
        }
        try {
            return Methods.standard().with(RoleFile.read(file));
        } catch (IOException unusable) {
            LOG.warn("Roles not read from {}; hosts are judged without them", file, unusable);
            return Methods.standard();
        }
    }

    /// The roles that detectors used, once they have looked at the capture.
    static Optional<HostRoles> estimated(SessionState state) {
        return state.runs().stream()
                .flatMap(run -> run.status().detection().stream())
                .flatMap(detection -> detection.hostRoles().stream())
                .findFirst();
    }
}

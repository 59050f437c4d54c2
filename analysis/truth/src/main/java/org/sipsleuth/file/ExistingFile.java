package org.sipsleuth.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.text.FileName;

/// What is already at the place of an output, and why it must stay.
final class ExistingFile {

    private ExistingFile() {}

    /// Refuses a file that must stay.
    ///
    /// @param target as the user named it
    /// @param place where that is
    /// @param companionOf the capture that is written together with it as its ground truth or
    ///     provenance; null for all else
    static void check(Path target, Path place, OutputRules rules, @Nullable Path companionOf) throws IOException {
        checkKind(target, place);
        checkInputs(target, place, rules);
        if (!Files.exists(place)) {
            return;
        }
        checkCapture(target, place, rules);
        checkEvidence(target, place, rules);
        checkCompanion(target, place, companionOf);
        if (!rules.replaces()) {
            throw new OutputRefusedException(
                    FileName.text(target) + ": the file exists; --force replaces it, or choose another name");
        }
    }

    private static void checkKind(Path target, Path place) throws IOException {
        if (FileName.string(place.getFileName()).endsWith(LockFile.ENDING)) {
            throw new OutputRefusedException(
                    FileName.text(target) + ": is the name of the lock of a case; choose another");
        }
        if (Files.isDirectory(place)) {
            throw new OutputRefusedException(FileName.text(target) + ": is a directory; name a file");
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new OutputRefusedException(
                    FileName.text(target) + ": is a device or a pipe; an output is written to a regular file");
        }
        if (Files.isSymbolicLink(place)) { // the place of a target is resolved, if it can be
            throw new OutputRefusedException(
                    FileName.text(target) + ": is a symbolic link to a file that does not exist; name the file");
        }
    }

    private static void checkInputs(Path target, Path place, OutputRules rules) throws IOException {
        for (Path input : rules.inputs()) {
            boolean isSame = input.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())
                    || (Files.exists(input) && Files.exists(place) && Files.isSameFile(input, place));
            if (isSame) {
                throw new OutputRefusedException(input.equals(target)
                        ? target + ": is an input, and inputs are only read; choose another name for the output"
                        : "%s: is the same file as the input %s, and inputs are only read; choose another name for the output"
                                .formatted(FileName.text(target), input));
            }
        }
    }

    private static void checkCapture(Path target, Path place, OutputRules rules) throws IOException {
        Optional<CaptureSignature> signature = CaptureSignature.of(place);
        if (signature.isEmpty() || signature.get().isOurs()) {
            return;
        }
        boolean isOurs = signature.get().isPcap() && CaptureCompanion.isThere(place)
                && (!rules.replaces() || CaptureCompanion.vouchesFor(place));
        if (!isOurs) {
            throw new OutputRefusedException(
                    "%s: is a capture (%s) that SipSleuth did not write, and such evidence is never replaced; choose another name"
                            .formatted(FileName.text(target), signature.get().format()));
        }
    }

    private static void checkEvidence(Path target, Path place, OutputRules rules) throws IOException {
        Optional<EvidenceKind> kind = EvidenceKind.of(place);
        if (kind.isPresent() && !kind.equals(rules.makes())) {
            throw new OutputRefusedException("%s: is %s, which no other output replaces; choose another name"
                    .formatted(FileName.text(target), kind.get().text()));
        }
    }

    private static void checkCompanion(Path target, Path place, @Nullable Path companionOf) throws IOException {
        if (!CaptureCompanion.isCompanion(place)) {
            return;
        }
        if (companionOf == null) {
            throw new OutputRefusedException(
                    FileName.text(target) + ": is the ground truth or provenance of a capture and is replaced"
                            + " only together with it; choose another name");
        }
        Optional<Path> other = CaptureCompanion.otherCapture(place, companionOf);
        if (other.isPresent()) {
            throw new OutputRefusedException("%s: belongs to the capture %s; choose another name"
                    .formatted(FileName.text(target), other.get().getFileName()));
        }
    }
}

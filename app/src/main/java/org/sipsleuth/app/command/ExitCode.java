package org.sipsleuth.app.command;

/// What the exit codes mean; a contract.
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int UNREADABLE_INPUT = 3;
    static final int UNWRITABLE_OUTPUT = 4;

    private ExitCode() {}
}

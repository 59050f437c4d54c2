package org.sipsleuth.setting;

/// Says in words what is wrong with a setting that somebody gave.
public final class SettingException extends Exception {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}

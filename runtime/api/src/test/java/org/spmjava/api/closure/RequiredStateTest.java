package org.spmjava.api.closure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredStateTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            HUB,           'Hub',            true,  true,  false, false
            SPOKE,         'Spoke',          false, false, true,  true
            OFFLINE,       'offline',        true,  false, true,  false
            ONLINE,        'online',         false, true,  false, true
            HUB_OFFLINE,   'Hub, offline',   true,  false, false, false
            HUB_ONLINE,    'Hub, online',    false, true,  false, false
            SPOKE_OFFLINE, 'Spoke, offline', false, false, true,  false
            SPOKE_ONLINE,  'Spoke, online',  false, false, false, true
            """)
    void aDemandIsMetWhereItSays(
            RequiredState required,
            String words,
            boolean hubOffline,
            boolean hubOnline,
            boolean spokeOffline,
            boolean spokeOnline) {
        assertThat(required).hasToString(words);
        assertThat(required.isMetBy(true, false)).isEqualTo(hubOffline);
        assertThat(required.isMetBy(true, true)).isEqualTo(hubOnline);
        assertThat(required.isMetBy(false, false)).isEqualTo(spokeOffline);
        assertThat(required.isMetBy(false, true)).isEqualTo(spokeOnline);
    }
}

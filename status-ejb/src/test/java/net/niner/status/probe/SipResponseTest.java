package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SipResponseTest {

    @Test
    void headersMayBeShortAndSpacedFreely() throws ProbeException {
        SipResponse response =
                SipResponse.of(List.of("SIP/2.0 200 OK", "i :  abc@host ", "CSEQ:\t1   OPTIONS", "nonsense", "L: 12"));
        assertThat(response).isEqualTo(new SipResponse(200, "200 OK", "abc@host", "1 OPTIONS", 12));
    }

    @Test
    void ofTwoHeadersTheFirstCounts() throws ProbeException {
        assertThat(SipResponse.of(List.of("SIP/2.0 404", "Call-ID: one", "call-id: two"))
                        .callId())
                .isEqualTo("one");
    }

    @Test
    void whatBeginsOtherwiseIsNoResponse() {
        assertThatThrownBy(() -> SipResponse.status("HTTP/1.1 200 OK")).hasMessageContaining("not SIP");
    }

    @Test
    void spacesWithoutEndCostNoTimeWithoutEnd() {
        List<String> lines = new ArrayList<>(List.of("SIP/2.0 200 OK"));
        lines.addAll(Collections.nCopies(199, "X: a" + " ".repeat(20_000) + "b" + " ".repeat(20_000)));
        SipResponse response = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SipResponse.of(lines));
        assertThat(response.code()).isEqualTo(200);
    }
}

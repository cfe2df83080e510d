package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.model.AccountId;
import dev.bourse.exchange.binance.rest.Json;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the venue's history of money that came and went. */
@Tag("N7")
class FlowReaderTest {
  private final FlowReader reader = new FlowReader(new AccountId("main"), new Currencies());

  private static JsonNode row(String text) throws JsonProcessingException {
    return Json.read(text.replace('\'', '"'));
  }

  private static String told(CashFlow flow) {
    return flow.id() + " " + flow.kind() + " " + flow.amount();
  }

  private static JsonNode deposit(int status, int wallet) throws JsonProcessingException {
    return row(
        "{'id':'7698','amount':'0.001','coin':'BNB','status':%d,'insertTime':1661493146000,"
                .formatted(status)
            + "'completeTime':1661493200000,'walletType':%d}".formatted(wallet));
  }

  private static JsonNode withdrawal(int status) throws JsonProcessingException {
    return row(
        "{'id':'b6ae','amount':'8.91000000','transactionFee':'0.004','coin':'USDT','status':"
            + status
            + ",'applyTime':'2019-10-12 11:12:02','walletType':0,"
            + "'completeTime':'2019-10-12 11:20:00'}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aDepositCountsFromWhenItWasCredited(int status) throws Exception {
    JsonNode row = deposit(status, 0);

    List<CashFlow> flows = reader.deposit(row);

    assertThat(flows)
        .extracting(FlowReaderTest::told)
        .containsExactly("deposit-7698 deposit 0.00100000 BNB");
    assertThat(flows.get(0).eventTime()).isEqualTo(TimeUnit.SECONDS.toNanos(1_661_493_200));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 7, 8})
  void aDepositThatIsNotCreditedIsNone(int status) throws Exception {
    JsonNode row = deposit(status, 0);

    List<CashFlow> flows = reader.deposit(row);

    assertThat(flows).isEmpty();
  }

  @Test
  void whatCameToAnotherWalletIsNone() throws Exception {
    JsonNode row = deposit(1, 1);

    List<CashFlow> flows = reader.deposit(row);

    assertThat(flows).isEmpty();
  }

  @Test
  void theFeeOfAWithdrawalLeavesWithIt() throws Exception {
    JsonNode row = withdrawal(6);

    List<CashFlow> flows = reader.withdrawal(row);

    assertThat(flows)
        .extracting(FlowReaderTest::told)
        .containsExactly("withdrawal-b6ae withdrawal -8.91400000 USDT");
    assertThat(flows.get(0).eventTime()).isEqualTo(TimeUnit.SECONDS.toNanos(1_570_878_722));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void aWithdrawalThatWasRefusedCameBack(int status) throws Exception {
    JsonNode row = withdrawal(status);

    List<CashFlow> flows = reader.withdrawal(row);

    assertThat(flows)
        .extracting(FlowReaderTest::told)
        .containsExactly(
            "withdrawal-b6ae withdrawal -8.91400000 USDT",
            "withdrawal-b6ae-returned withdrawal 8.91400000 USDT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'','amount':'1','coin':'BNB','status':1,'insertTime':1661493146000}",
        "{'id':'1','amount':'one','coin':'BNB','status':1,'insertTime':1661493146000}",
        "{'id':'1','amount':'1','coin':'BNB','status':1}",
      })
  void aRowThatCannotBeReadExplainsNothing(String text) throws Exception {
    JsonNode row = row(text);

    List<CashFlow> flows = reader.deposit(row);

    assertThat(flows).isEmpty();
  }

  @Test
  void aTransferCountsOnceItIsConfirmed() throws Exception {
    String text =
        "{'asset':'USDT','amount':'2','type':'MAIN_FUNDING','status':'%s','tranId':113,"
            + "'timestamp':1544433328000}";

    List<CashFlow> flows = reader.transfer(row(text.formatted("CONFIRMED")), true);

    assertThat(flows)
        .extracting(FlowReaderTest::told)
        .containsExactly("transfer-113 transfer -2.00000000 USDT");
    assertThat(reader.transfer(row(text.formatted("PENDING")), true)).isEmpty();
  }
}

package net.niner.status.billing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import net.niner.status.notice.OfficeHours;
import net.niner.status.notice.SendHours;

/** Those of the policy that is in force. */
@ApplicationScoped
public class PolicyHours implements OfficeHours {

    @EJB
    private BillingPolicies policies;

    @Override
    public SendHours today() {
        return policies.inForce(policies.today()).window();
    }
}

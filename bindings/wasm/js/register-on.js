import { refuseNew, release, use } from "./handle.js";
import { text } from "./input.js";
import { memo } from "./memo.js";

export class RegisterOn {
  constructor() {
    refuseNew("RegisterOn");
  }

  get day() {
    return use(this, (view) => view.day());
  }

  get memberships() {
    return data(this, "memberships");
  }

  get members() {
    return data(this, "members");
  }

  isMember(id) {
    const known = text(id, "id");
    return use(this, (view) => view.isMember(known));
  }

  get term() {
    return data(this, "term");
  }

  get holders() {
    return data(this, "holders");
  }

  get openCases() {
    return data(this, "openCases");
  }

  get activities() {
    return data(this, "activities");
  }

  free() {
    release(this);
  }
}

/** A list of the view, read once. */
function data(owner, name) {
  return memo(owner, name, () => JSON.parse(use(owner, (view) => view[name]())));
}
